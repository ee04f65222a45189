"""The dirty inputs: the same from the same seed, every kind of dirt in them, told in their manifests."""

import contextlib
import io
import json
import shutil
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import dirty
import parquet
import records
import sales
from planting.registry import ASKING, FEATURES, NEEDS_WRITER


def generate(folder, *arguments):
    return dirty.main(["--out", str(folder), *arguments])


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class DirtyTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="dirty-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        generate(cls.folder / "cases", "--seed", "dirt", "--count", "500")
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


if __name__ == "__main__":
    unittest.main()
