"""What history_home.py makes of a few runs: the same again, later, with nothing that points at the runs of before."""

import pathlib
import sqlite3
import tempfile
import unittest

import scripts  # noqa: F401  puts the bench on the path
import history
import history_home

SCHEMA = history_home.HERE.parent / "src" / "main" / "resources" / "orquesta" / "store" / "schema.sql"


class CopiesTest(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.file = pathlib.Path(self.folder.name, "orquesta.db")
        self.home = sqlite3.connect(self.file, isolation_level=None)
        self.home.executescript(SCHEMA.read_text(encoding="utf-8"))
        self.ran(1, "reporte_diario")
        self.ran(2, "")
        history_home.copy(self.file, 7)

    def tearDown(self) -> None:
        self.home.close()
        self.folder.cleanup()

    def ran(self, run: int, job: str) -> None:
        """Three events: the start, a value of it, the end."""
        first, at = 3 * run - 2, 1000 * run
        for seq, kind, cause in ((first, "run_started", 0), (first + 1, "materialized", first), (first + 2, "run_ended", 0)):
            self.home.execute(
                "insert into event (seq, pipeline, run, at, type, step, asset, attempt, cause, data)"
                " values (?, 'ventas', ?, ?, ?, 'a', 'a', 1, ?, '{}')",
                (seq, run, at, kind, cause),
            )
        self.home.execute(
            "insert into run values ('ventas', ?, 'ok', '*', ?, '2026-01-01', 'me', '', ?, ?, '{}', null)",
            (run, job, at, at + 7),
        )
        self.home.execute(
            "insert into materialization (seq, pipeline, asset, run, attempt, value, published)"
            " values (?, 'ventas', 'a', ?, 1, '{}', ?)",
            (first + 1, run, first + 2)
        )

    def all(self, sql: str) -> list[tuple]:
        return self.home.execute(sql).fetchall()

    def test_there_are_as_many_runs_as_wanted_in_whole_blocks(self) -> None:
        self.assertEqual([(number,) for number in range(1, 9)], self.all("select run from run order by run"))
        self.assertEqual([(36,)], self.all("select count(*) from event"))

    def test_each_event_has_its_cause_in_its_own_run(self) -> None:
        caused = self.all(
            "select event.run, cause.run from event join event cause on cause.seq = event.cause where event.type = 'materialized'"
        )
        self.assertEqual(8, len(caused))
        self.assertTrue(all(run == of for run, of in caused))

    def test_a_tick_started_each_run_of_the_job_and_no_other(self) -> None:
        ticked = self.all(
            "select run.run from run join tick on tick.due = run.tick join event started on started.cause = tick.seq"
            " and started.run = run.run and started.type = 'run_started' order by run.run"
        )
        self.assertEqual([(1,), (3,), (5,), (7,)], ticked)
        self.assertEqual([(8,)], self.all("select count(*) from tick"))
        self.assertEqual([(8,)], self.all("select count(*) from event where type = 'ticked' and run = 0"))

    def test_each_run_begins_an_hour_after_the_one_before(self) -> None:
        starts = [start for (start,) in self.all("select started from run order by run")]
        self.assertEqual({history_home.HOUR_MS}, {then - before for before, then in zip(starts, starts[1:])})
        self.assertEqual([(7,)], self.all("select distinct ended - started from run"))

    def test_a_value_is_published_by_its_own_event(self) -> None:
        self.assertEqual([(8,)], self.all("select count(*) from materialization m join event e on e.seq = m.published and e.run = m.run"))
        self.assertEqual([(8,)], self.all("select count(*) from materialization where delivered is null"))

    def test_only_the_values_of_the_last_block_are_kept(self) -> None:
        self.assertEqual([(7,), (8,)], self.all("select run from materialization where cleaned is null and removed is null"))
        self.assertEqual([(6,)], self.all("select count(*) from materialization m join event e on e.seq = m.cleaned and e.type = 'cleaned'"))


class TableTest(unittest.TestCase):
    def result(self, size: int, p95: float, cpu: float) -> dict:
        pages = {page: {"p95_ms": p95, "cpu_ms": cpu, "wrong": 0} for page in history.PAGES}
        commands = {name: {"cpu_s": cpu, "code": 0} for name in history.COMMANDS}
        return {"size": size, "mb": size / 32, "first_page_s": 1.4, "pages": pages, "commands": commands}

    def test_a_page_is_met_below_its_goal_and_a_command_where_it_stays_flat(self) -> None:
        table = history.table([self.result(1000, 12, 1.0), self.result(100000, 19, 1.19)])

        self.assertIn("| run, p95 ms | 12.0 | 19.0 | 20.0 | yes |", table)
        self.assertIn("| `./kit runs`, CPU s | 1.00 | 1.19 | 1.20 | yes |", table)
        self.assertIn("| kB a run | 32.0 | 32.0 | - | - |", table)

    def test_what_is_missed_is_said(self) -> None:
        table = history.table([self.result(1000, 12, 1.0), self.result(100000, 21, 1.3)])

        self.assertIn("| run, p95 ms | 12.0 | 21.0 | 20.0 | **no** |", table)
        self.assertIn("| `./kit runs`, CPU s | 1.00 | 1.30 | 1.20 | **no** |", table)


if __name__ == "__main__":
    unittest.main()
