"""Rounds, voids, ratios and the sentences of bench.py and noop.py."""

import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import unittest
from unittest import mock

from scripts import BENCH, WORK, temporary

import bench
import environments
import noop
import table
from texts import TEXTS, Refused, language, say

DATA = f"{sys.executable} {{here}}/tests/ventas_data.py --rows {{rows}} --out {{out}}"
LOSE_A_ROW = """
import os, sys, duckdb
duckdb.read_parquet(sys.argv[1]).order("fila").limit(10**9, offset=1).write_parquet(sys.argv[1] + ".new")
os.rename(sys.argv[1] + ".new", sys.argv[1])
"""


def call(script: str, *arguments: str, work: pathlib.Path = WORK) -> subprocess.CompletedProcess:
    command = [sys.executable, str(BENCH / script), *arguments, "--work", str(work)]
    return subprocess.run(command, capture_output=True, text=True, env=os.environ | {"ORQUESTA_LANG": "en"})


def result(name: str, wall: float, void: str = "", **more: object) -> dict:
    same = {"size": 1000, "peer": "duckdb", "ratio": wall, "cpu_s": 1.0, "cpu_ratio": 0.5, "peak_mb": 1500.0}
    same |= {"others": 0.1}
    return same | {"name": name, "wall_s": wall, "void": void, "hashes": {"a.csv": "abcdef01"}} | more


class BenchTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.results = temporary() / "results.jsonl"
        script = "{duckdb} {here}/ventas_duckdb.py {datasets} {reports} --date {date} --assets {home}/assets"
        spoil = "echo a,1.00,1,1.00 >> {reports}/ingresos_totales.csv"
        store = "{home}/assets/{asset}.parquet"
        loser = cls.results.with_name("lose.py")
        loser.write_text(LOSE_A_ROW)
        lose = f"{{duckdb}} {loser} {{home}}/assets/ventas.parquet"
        extras = {
            "same": script,
            "spoilt": f"sh -c {shlex.quote(script + ' && ' + spoil)}",
            "lost": f"sh -c {shlex.quote(script + ' && ' + lose)}",
            "failed": "false",
        }
        options = [f"--extra={name}={command}" for name, command in extras.items()]
        options += [f"--stored={name}={store}" for name in ("same", "lost")]
        cls.done = call(
            "bench.py", "ventas", "--sizes", "500", "--rounds", "2", "--data", DATA, *options,
            "--only", "duckdb,same,spoilt,lost,failed", "--results", str(cls.results),
        )  # fmt: skip
        cls.rows = [json.loads(line) for line in cls.results.read_text().splitlines()]

    def void(self, name: str) -> set[str]:
        return {row["void"] for row in self.rows if row["name"] == name}

    def test_the_same_outputs_count_and_all_else_is_void(self):
        self.assertEqual((self.void("duckdb"), self.void("same")), ({""}, {""}), self.done.stderr)
        self.assertEqual(self.void("spoilt"), {"ingresos_totales.csv differs"})
        self.assertEqual(self.void("lost"), {"stored ventas differs"})
        self.assertIn("exit code 1, ingresos_totales.csv differs", self.void("failed").pop())
        self.assertEqual(self.done.returncode, 1)
        self.assertIn("| 500 | spoilt | 0 | | | | | | | **void**: ingresos_totales.csv differs |", self.done.stdout)

    def test_everybody_runs_once_a_round_and_is_compared_with_the_peer_of_that_round(self):
        self.assertEqual(len(self.rows), 10)
        for number in (0, 1):
            rows = {row["name"]: row for row in self.rows if row["round"] == number}
            self.assertEqual(len(rows), 5)
            self.assertEqual(rows["duckdb"]["ratio"], 1)
            self.assertAlmostEqual(rows["same"]["ratio"], rows["same"]["wall_s"] / rows["duckdb"]["wall_s"], 2)
            self.assertAlmostEqual(rows["same"]["cpu_ratio"], rows["same"]["cpu_s"] / rows["duckdb"]["cpu_s"], 2)

    def test_an_unknown_name_gets_the_nearest(self):
        done = call("bench.py", "ventas", "--only", "pandsa")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--only names 'pandsa', which is not there. Did you mean 'pandas'?", done.stderr)
        self.assertIn("Did you mean 'dagster'?", call("noop.py", "--only", "dagstr").stderr)

    def test_an_extra_without_a_name_is_refused(self):
        done = call("bench.py", "seed", "--extra", "./kit run x=1")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--extra './kit run x=1' has no name: write 'name=command'", done.stderr)

    def test_an_unknown_placeholder_is_named(self):
        with (
            mock.patch.dict(os.environ, ORQUESTA_LANG="en"),
            self.assertRaisesRegex(Refused, "holds {dataset}.*{home}"),
        ):
            bench.words("kit {dataset}", {"home": 1})

    def test_data_that_cannot_be_made_are_said(self):
        work = temporary()
        done = call("bench.py", "ventas", "--data", "sh -c 'echo no >&2; exit 4'", work=work)
        self.assertRegex(done.stderr, r"sh ended with code 4: .* Its output is in .*prepare.log")
        self.assertEqual((work / "prepare.log").read_text(), "no\n")
        done = call("bench.py", "ventas", "--data", "true", work=work)
        self.assertIn("holds no ventas.csv. Give --data", done.stderr)


class TableTest(unittest.TestCase):
    def test_a_line_holds_least_middle_and_largest_of_the_rounds_that_count(self):
        rows = [
            result("duckdb", 2.0),
            result("x", 1.0),
            result("x", 3.0),
            result("x", 2.0),
            result("x", 9.0, "a differs"),
        ]
        lines = table.table(rows).splitlines()[2:]
        wanted = "| 1,000 | duckdb | 1 | 2.00 / **2.00** / 2.00 | 1 | 1.00 | 1 | 1,500 | 0.10 | abcdef |"
        self.assertEqual(lines[0], wanted)
        middle = "1.00 / **2.00** / 3.00"
        wanted = f"| 1,000 | x | 3 | {middle} | {middle} | 1.00 | 0.50 | 1,500 | 0.10 | abcdef; **void** 1: a differs |"
        self.assertEqual(lines[1], wanted)


class NoopTest(unittest.TestCase):
    def test_the_runs_own_time_comes_from_the_last_object(self):
        times = '{"started": "2025-01-01T00:00:00-03:00", "ended": "2025-01-01T00:00:01.5-03:00"}'
        self.assertEqual(noop.run_seconds(f'x\n{{"run_s": 9}}\n[1]\n{times}\nend'), 1.5)
        self.assertEqual(noop.run_seconds('{"run_s": 0.25}'), 0.25)
        self.assertIsNone(noop.run_seconds("nothing"))

    def test_a_step_costs_what_it_adds_to_the_smallest_size(self):
        base = {"name": "a", "shape": "fan", "round": 0}
        rows = [base | {"n": 110, "wall_s": 3.0, "run_s": 1.1}, base | {"n": 10, "wall_s": 1.0, "run_s": None}]
        noop.added(rows)
        self.assertEqual([(row["inside_ms"], row["outside_ms"]) for row in rows], [(10.0, 20.0), (None, None)])

    def test_a_command_is_measured_and_a_failure_is_said(self):
        work = temporary()
        said = "sh -c 'echo {{\\\"run_s\\\": 0.5}}; echo {n} {shape} > {home}/seen'"
        only = ["--only", "x", "--rounds", "1", "--sizes", "10,50", "--shapes", "fan"]
        done = call("noop.py", *only, f"--extra=x={said}", work=work)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, r"\| fan \| 50 \| x \| 1 \| 0\.\d\d \| 10\.00 \| -?\d")
        self.assertEqual((work / "runs/noop-x/seen").read_text(), "50 fan\n")
        done = call("noop.py", *only, "--extra=x=false", work=work)
        self.assertEqual((done.returncode, "x ended with code 1: false" in done.stderr), (2, True))


class EnvironmentTest(unittest.TestCase):
    def test_an_environment_is_kept_until_its_pins_change(self):
        work = temporary()
        with mock.patch.object(environments, "finish") as finish:
            finish.side_effect = lambda command, _: pathlib.Path(command[-1]).mkdir() if "venv" in command else None
            path = environments.python(work, "duckdb")
            environments.python(work, "duckdb")
            self.assertEqual((path, finish.call_count), (str(work / "venv-duckdb/bin/python"), 2))
            (work / "venv-duckdb/made-from").write_text("older pins")
            environments.python(work, "duckdb")
            self.assertEqual(finish.call_count, 4)

    def test_every_pin_is_exact(self):
        for name in ("duckdb", "pandas", "dagster"):
            for line in (BENCH / f"requirements-{name}.txt").read_text().splitlines():
                self.assertRegex(line, r"^[A-Za-z0-9_.-]+==[0-9][^ ]*$")


class TextsTest(unittest.TestCase):
    def test_both_languages_say_the_same_things(self):
        for name, (english, spanish) in TEXTS.items():
            fields = [sorted(set(re.findall(r"{+(\w+)[^}]*}", text))) for text in (english, spanish)]
            self.assertEqual(fields[0], fields[1], name)
            self.assertNotEqual(english, spanish)

    def test_the_language_is_chosen_or_that_of_the_locale(self):
        for given, wanted in [
            ({"ORQUESTA_LANG": "es", "LANG": "en_US"}, "es"),
            ({"LC_ALL": "es_CL.UTF-8"}, "es"),
            ({"LANG": "de_DE"}, "en"),
            ({}, "en"),
        ]:
            with mock.patch.dict(os.environ, given, clear=True):
                self.assertEqual(language(), wanted)
        with mock.patch.dict(os.environ, ORQUESTA_LANG="es"):
            self.assertEqual(say("round_done", number=1, rounds=2, size=9), "Vuelta 1 de 2, 9 filas.")

    def test_every_sentence_is_said_somewhere(self):
        sources = "".join(path.read_text() for path in BENCH.glob("*.py"))
        for name in TEXTS:
            self.assertRegex(sources, rf'(?:say|Refused)\(\s*"{name}"', name)


if __name__ == "__main__":
    unittest.main()
