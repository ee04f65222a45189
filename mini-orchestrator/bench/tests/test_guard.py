"""The guard: what it lets pass, what it says, and that the figures it compares with are of rows that the bench knows."""

import json
import unittest

from scripts import BENCH  # noqa: F401 (puts the bench on the path)

import guard
from suites import SUITES

FIGURE = {"suite": "ventas", "size": 1000, "ours": "orquesta", "peer": "duckdb", "cpu_ratio": 2.0}


def row(name: str, cpu: float, **more: object) -> dict:
    return {"suite": "ventas", "size": 1000, "name": name, "cpu_s": cpu, "void": ""} | more


class GuardTest(unittest.TestCase):
    def test_the_least_of_each_is_compared(self):
        rows = [row("orquesta", 9.0), row("orquesta", 2.5), row("duckdb", 1.0), row("duckdb", 7.0)]
        self.assertEqual(guard.dearer(rows, [FIGURE]), [])
        self.assertEqual(guard.dearer([*rows, row("duckdb", 0.9)], [FIGURE | {"cpu_ratio": 2.2}]), [])

    def test_one_sentence_says_what_became_dearer_and_what_to_do(self):
        said = guard.dearer([row("orquesta", 2.7), row("duckdb", 1.0)], [FIGURE])
        self.assertEqual(len(said), 1)
        for part in ("ventas, 1000 rows", "2.70 times", "duckdb", "2.60", "2.00 when last landed", "landed.json"):
            self.assertIn(part, said[0])

    def test_other_sizes_and_void_rows_do_not_count(self):
        rows = [row("orquesta", 9.0, size=7), row("duckdb", 1.0), row("orquesta", 9.0, void="x.csv differs")]
        self.assertEqual(guard.dearer(rows, [FIGURE]), [])

    def test_the_landed_figures_are_of_peers_that_the_bench_runs(self):
        landed = json.loads(guard.LANDED.read_text())
        self.assertTrue(landed)
        for figure in landed:
            self.assertIn(figure["peer"], SUITES[figure["suite"]].commands)
            self.assertGreater(figure["cpu_ratio"], 0)


if __name__ == "__main__":
    unittest.main()
