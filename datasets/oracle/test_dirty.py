"""The generator is as good as what it tells apart: every misreading in mutants.py shows in one of its cases."""

import contextlib
import datetime
import importlib
import io
import json
import shutil
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import dirty
import parquet
import records
import sales
from mutants import MUTANTS
from planting.registry import ASKING, FEATURES, NEEDS_WRITER

HERE = Path(__file__).parent
SOURCES = ("texts", "values", "records", "parquet", "sales", "catalogue", "summary", "ventas")


def generate(folder, *arguments):
    return dirty.main(["--out", str(folder), *arguments])


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def loaded(folder):
    """The oracle from the sources of that folder; those of before come back when it is done."""
    before = {name: sys.modules.pop(name, None) for name in SOURCES}
    sys.path.insert(0, str(folder))
    try:
        return importlib.import_module("ventas")
    finally:
        sys.path.remove(str(folder))
        for name, module in before.items():
            if module is None:
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = module


def outcome(oracle, case, date):
    """Everything that a run shows, or the exception of a mutant that breaks down."""
    try:
        verdict = oracle.judge(case, date)
        checks = {name: passed for name, (passed, _) in verdict.checks.items()}
        return verdict.status, verdict.steps, checks, verdict.reports() if verdict.published else None
    except Exception as error:
        return repr(error)


class DirtyTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="dirty-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        generate(cls.folder / "cases", "--seed", "mutants", "--count", "1000")
        cls.manifests = {
            path.parent: json.loads(path.read_text(encoding="utf-8"))
            for path in sorted((cls.folder / "cases").glob("*/manifest.json"))
        }

    def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(self):
        for name, seed in (("a", "7"), ("b", "7"), ("c", "8")):
            generate(self.folder / name, "--seed", seed, "--count", "80")
        self.assertEqual(contents(self.folder / "a"), contents(self.folder / "b"))
        self.assertNotEqual(contents(self.folder / "a"), contents(self.folder / "c"))

    def test_three_hundred_cases_have_every_feature(self):
        first = list(self.manifests.values())[:300]
        planted = {name for manifest in first for name in manifest["features"]}
        self.assertEqual(set(FEATURES) - NEEDS_WRITER - planted, set())

    def test_each_file_is_small(self):
        for case in self.manifests:
            for file in case.glob("*.csv"):
                self.assertLess(len(file.read_bytes()), 20_000, file)

    def test_the_manifest_says_what_was_planted_where(self):
        plain = [case for case, manifest in self.manifests.items() if manifest["features"] == ["prices"]]
        self.assertTrue(plain)
        for case in plain:
            source = records.read(case / "ventas.csv", sales.COLUMNS)
            for plant in self.manifests[case]["planted"]:
                self.assertEqual(source.value(source.rows[plant["row"] - 1], plant["kind"]), plant["text"])

    def test_a_case_that_touches_an_open_question_names_it(self):
        for manifest in self.manifests.values():
            asked = {ASKING[name] for name in manifest["features"] if name in ASKING}
            self.assertLessEqual(asked, set(manifest["questions"]))

    def test_settled_leaves_out_open_questions(self):
        generate(self.folder / "settled", "--seed", "1", "--count", "200", "--settled")
        told = [json.loads(path.read_text()) for path in (self.folder / "settled").glob("*/manifest.json")]
        self.assertEqual(len(told), 200)
        self.assertEqual([manifest["questions"] for manifest in told if manifest["questions"]], [])

    def test_a_folder_with_files_is_refused(self):
        with contextlib.redirect_stderr(io.StringIO()) as told:
            self.assertEqual(generate(self.folder, "--seed", "1", "--count", "1"), 2)
        self.assertIn("--out", told.getvalue())

    @unittest.skipUnless(parquet.READERS, "neither duckdb nor pyarrow is installed")
    def test_some_cases_have_a_catalogue_in_parquet(self):
        generate(self.folder / "parquet", "--seed", "1", "--count", "300", "--parquet")
        planted = {
            name
            for path in (self.folder / "parquet").glob("*/manifest.json")
            for name in json.loads(path.read_text())["features"]
        }
        self.assertLessEqual(NEEDS_WRITER, planted)
        self.assertTrue(list((self.folder / "parquet").glob("*/catalogo.parquet")))

    def test_parquet_without_a_writer_is_refused(self):
        with mock.patch.object(parquet, "READERS", []), contextlib.redirect_stderr(io.StringIO()) as told:
            self.assertEqual(generate(self.folder / "none", "--seed", "1", "--count", "1", "--parquet"), 2)
        self.assertIn("pip install duckdb", told.getvalue())


class MutantsTest(unittest.TestCase):
    """One test for all: which misreadings no case tells from the rules."""

    def test_every_misreading_shows_in_some_case(self):
        with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
            cases, survivors = Path(folder) / "cases", []
            generate(cases, "--seed", "mutants", "--count", "1000")
            dates = {case: self.date(case) for case in sorted(cases.iterdir())}
            right = {case: outcome(loaded(HERE), case, date) for case, date in dates.items()}
            for number, (clause, file, old, new) in enumerate(MUTANTS):
                oracle = self.mutant(Path(folder) / str(number), file, old, new)
                agrees = (outcome(oracle, case, date) == right[case] for case, date in dates.items())
                # One that agrees nowhere is broken, not a misreading: what any file tells apart proves nothing.
                if all(agrees) or not any(outcome(oracle, case, dates[case]) == right[case] for case in dates):
                    survivors.append(clause)
        self.assertEqual(survivors, [])

    def date(self, case):
        return datetime.date.fromisoformat(json.loads((case / "manifest.json").read_text())["date"])

    def mutant(self, folder, file, old, new):
        folder.mkdir()
        for name in SOURCES:
            shutil.copy(HERE / f"{name}.py", folder)
        source = (folder / file).read_text(encoding="utf-8")
        self.assertEqual(source.count(old), 1, f"{file} should hold once: {old}")
        (folder / file).write_text(source.replace(old, new), encoding="utf-8")
        return loaded(folder)


if __name__ == "__main__":
    unittest.main()
