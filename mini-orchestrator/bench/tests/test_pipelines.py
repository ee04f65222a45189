"""Our own pipelines do what the peers do: as many steps as were asked for, and the same summary."""

import json
import os
import pathlib
import subprocess
import unittest

from scripts import BENCH, python, temporary

KIT = BENCH.parents[1] / "kit"
SUMMARY = "ingresos_totales.parquet"


def run(pipeline: str, home: pathlib.Path, *options: str, **variables: str) -> dict:
    command = [str(KIT), "run", str(BENCH / "pipelines" / pipeline), "--home", str(home), "--json", *options]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | variables)
    if done.returncode:
        raise AssertionError(done.stderr)
    return json.loads(done.stdout)


def last_number(home: pathlib.Path) -> int:
    query = f"select n from read_parquet('{home}/data/noop/a2/*/value.parquet')"
    command = [python("duckdb"), "-c", f"import duckdb; print(duckdb.sql({query!r}).fetchone()[0])"]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


class NoopPipelineTest(unittest.TestCase):
    def test_every_step_of_a_shape_runs_and_a_table_counts_those_above_it(self):
        for shape, numbers in [("chain", None), ("fan", None), ("chain-table", 3), ("fan-table", 2)]:
            with self.subTest(shape):
                home = temporary() / "home"
                steps = run("noop", home, BENCH_N="3", BENCH_SHAPE=shape)["steps"]
                states = {step["key"]: step["state"] for step in steps}
                self.assertEqual(states, dict.fromkeys(["a0", "a1", "a2"], "ok"))
                self.assertEqual({step["rows"] for step in steps}, {1 if numbers else None})
                if numbers:
                    self.assertEqual(last_number(home), numbers)


class SeedPipelineTest(unittest.TestCase):
    def test_both_readers_give_the_summary_of_the_raw_script(self):
        folder = temporary()
        make = [python("duckdb"), str(BENCH / "seed/make_data.py"), "--rows", "20000", "--out", str(folder)]
        subprocess.run(make, check=True)
        raw = [python("duckdb"), str(BENCH / "seed/duckdb_script.py"), str(folder), str(folder / "raw")]
        subprocess.run(raw, check=True)
        for reader in ("duckdb", "datasets"):
            places = ["--set", f"datasets={folder}", "--set", f"reports={folder / reader}"]
            run("seed", folder / f"home-{reader}", *places, BENCH_READER=reader)
        question = [python("duckdb"), str(BENCH / "outputs.py"), "report"]
        hashes = [
            subprocess.run([*question, str(folder / name), SUMMARY], capture_output=True, text=True, check=True).stdout
            for name in ("raw", "duckdb", "datasets")
        ]
        self.assertIn(SUMMARY, hashes[0])
        self.assertEqual(hashes, [hashes[0]] * 3)


if __name__ == "__main__":
    unittest.main()
