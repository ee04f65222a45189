"""The table of goals: what is met, what is missed, what is void, what nobody measured."""

import unittest

from scripts import BENCH  # noqa: F401 (puts the bench on the path)

import goals


def row(name: str, wall: float, **more: object) -> dict:
    same = {"suite": "ventas", "size": 1_000_000, "cpu_s": wall * 2, "peak_mb": 700.0, "void": ""}
    return same | {"name": name, "wall_s": wall} | more


class GoalsTest(unittest.TestCase):
    def lines(self, *rows: dict) -> list[str]:
        return goals.goals(list(rows)).splitlines()[4:]

    def test_the_least_of_the_rounds_is_judged(self):
        rows = [row("orquesta", 2.7), row("orquesta", 2.5), row("duckdb", 2.0), row("duckdb", 9.0), row("pandas", 2.4)]
        raw, pandas = self.lines(*rows)
        self.assertEqual(
            raw,
            "| ventas, orquesta beside duckdb | 1,000,000 | 2.50 s (5.00) | 2.00 s (4.00) | 1.25 (1.25) | 1.3 | yes |",
        )
        self.assertTrue(pandas.endswith("| 1.04 (1.04) | 1 | **no** |"), pandas)

    def test_a_void_row_meets_nothing(self):
        rows = [row("orquesta", 0.1, void="x.csv differs"), row("duckdb", 2.0), row("pandas", 2.0)]
        for line in self.lines(*rows):
            self.assertTrue(line.endswith("| **void**: x.csv differs |"), line)
        for line in self.lines(row("orquesta", 0.1), row("duckdb", 2.0, void="exit code 1")):
            self.assertRegex(line, r"\*\*void\*\*: (duckdb|pandas) \|$")

    def test_a_limit_needs_no_peer(self):
        noop = {"suite": "noop", "n": 1000, "size": 1000, "run_s": 0.9}
        steps = [row("orquesta", 4.0, **noop, shape=shape) for shape in ("fan", "chain-table")]
        self.assertEqual(
            self.lines(*steps), ["| noop, orquesta beside dagster | 1,000 | 0.90 ms a step | - | | 1 ms a step | yes |"]
        )
        ours, raw = row("orquesta", 30.0, peak_mb=1501.0), row("duckdb", 25.0, peak_mb=1800.0)
        memory = self.lines(*(those | {"size": 10_000_000} for those in (ours, raw, row("pandas", 40))))[2]
        self.assertTrue(memory.endswith("| 1,501 MB | 1,800 MB | | 1500 MB | **no** |"), memory)

    def test_what_nobody_measured_has_no_line_and_nothing_no_table(self):
        self.assertEqual(goals.goals([row("duckdb", 2.0)]), "")

    def test_it_says_when_and_where(self):
        first = goals.goals([row("orquesta", 1.0), row("duckdb", 1.0), row("pandas", 1.0)]).splitlines()[0]
        self.assertRegex(first, r"^\d{4}-\d\d-\d\d, \d+ processors \(.+\), \d+ GB, load \d+$")


if __name__ == "__main__":
    unittest.main()
