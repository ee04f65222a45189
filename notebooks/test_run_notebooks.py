"""Tests of the runner's judgement, without a kernel: python -m unittest discover notebooks (in the kit's environment)."""

import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from nbformat.v4 import new_code_cell, new_notebook, new_output

import run_notebooks


def cell(*outputs, tags=(), **expected):
    metadata = {"tags": list(tags), "orquesta": expected}
    return new_code_cell("1", id="the-cell", execution_count=1, outputs=list(outputs), metadata=metadata)


def stream(name, text):
    return new_output("stream", name=name, text=text)


ERROR = new_output("error", ename="CellFailed", evalue="bad", traceback=["\x1b[31mbad luck\x1b[0m"])
TABLE = new_output("execute_result", data={"text/plain": "a grid", "text/html": "<table>"})


class Problems(unittest.TestCase):
    def setUp(self):
        environment = mock.patch.dict(os.environ, {"ORQUESTA_LANG": "en"})
        environment.start()
        self.addCleanup(environment.stop)

    def problems(self, *outputs, **how):
        return list(run_notebooks.problems_of(cell(*outputs, **how)))

    def test_a_cell_that_shows_what_it_has_to_is_fine(self):
        self.assertEqual([], self.problems(TABLE, html="<table>", text="^a grid$"))
        self.assertEqual([], self.problems(stream("stdout", "hello")))

    def test_an_error_is_a_problem(self):
        self.assertEqual(
            ['cell "the-cell" failed: bad luck; correct it, or tag it raises-exception.'], self.problems(ERROR)
        )

    def test_a_tagged_error_is_fine(self):
        self.assertEqual([], self.problems(ERROR, tags=["raises-exception"], error="^bad luck$"))

    def test_a_tagged_cell_has_to_fail(self):
        self.assertEqual(
            ['cell "the-cell" is tagged raises-exception but ran to its end; remove the tag.'],
            self.problems(tags=["raises-exception"]),
        )

    def test_what_nobody_expects_on_stderr_is_a_problem(self):
        self.assertEqual(
            ['cell "the-cell" wrote to stderr: SLF4J; silence it, or expect it in the metadata of the cell ("stderr").'],
            self.problems(stream("stderr", "SLF4J\n")),
        )
        self.assertEqual([], self.problems(stream("stderr", "SLF4J"), stderr="SLF4J"))

    def test_what_is_not_shown_is_a_problem(self):
        self.assertEqual(
            ['cell "the-cell" shows as html: -; expected was /<table>/.'], self.problems(html="<table>")
        )

    def test_an_expectation_that_means_nothing_is_a_problem(self):
        self.assertEqual(
            ['cell "the-cell" expects "stdput", which means nothing; known are: '
             "error, stderr, stdout, text, html, seconds."],
            self.problems(stdput="x"),
        )

    def test_a_cell_that_takes_too_long_is_a_problem(self):
        slow = cell(seconds=[0, 2])
        slow.metadata["execution"] = {
            "iopub.execute_input": "2026-01-01T00:00:00.000000+00:00",
            "shell.execute_reply": "2026-01-01T00:00:05.500000+00:00",
        }
        self.assertEqual(
            ['cell "the-cell" took 5.5 seconds; expected were 0 to 2.'], list(run_notebooks.problems_of(slow))
        )

    def test_every_text_is_there_in_both_languages(self):
        for english, spanish in run_notebooks.TEXTS.values():
            self.assertEqual(english.count("{"), spanish.count("{"))
        with mock.patch.dict(os.environ, {"ORQUESTA_LANG": "es"}):
            self.assertIn("falló", self.problems(ERROR)[0])


class Whole(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        environment = mock.patch.dict(os.environ, {"ORQUESTA_LANG": "en", "ORQUESTA_CELL_SECONDS": "1"})
        environment.start()
        self.addCleanup(environment.stop)

    def main(self, *arguments):
        with mock.patch("builtins.print") as printed:
            code = run_notebooks.main(list(arguments))
        return code, "\n".join(call.args[0] for call in printed.call_args_list)

    def test_no_notebook_at_all_is_a_failure(self):
        with mock.patch.object(run_notebooks, "FOLDERS", [self.folder]):
            code, text = self.main("--all")
        self.assertEqual(1, code)
        self.assertIn("there is no notebook in", text)
        self.assertTrue(text.endswith("0 passed, 0 failed"))

    def test_a_file_that_is_no_notebook_is_a_failure(self):
        file = self.folder / "broken.ipynb"
        file.write_text("{", encoding="utf-8")
        code, text = self.main(str(file))
        self.assertEqual(1, code)
        self.assertIn("it cannot be read as a notebook", text)

    def test_a_kernel_that_is_not_there_is_a_failure_with_the_remedy(self):
        file = self.folder / "one.ipynb"
        run_notebooks.nbformat.write(new_notebook(), file)
        code, text = self.main(str(file), "--kernel", "none-of-ours")
        self.assertEqual(1, code)
        self.assertIn('the kernel "none-of-ours" is not installed in this environment; run ./kit up.', text)
        self.assertTrue(text.endswith("0 passed, 1 failed"))

    def test_a_notebook_with_outputs_is_a_failure(self):
        file = self.folder / "one.ipynb"
        run_notebooks.nbformat.write(new_notebook(cells=[cell(TABLE)]), file)
        with mock.patch.object(run_notebooks, "NotebookClient"):
            code, text = self.main(str(file))
        self.assertEqual(1, code)
        self.assertIn('cell "the-cell" has outputs', text)

    def test_a_kernel_that_dies_is_a_failure(self):
        file = self.folder / "one.ipynb"
        run_notebooks.nbformat.write(new_notebook(), file)
        with mock.patch.object(run_notebooks, "NotebookClient") as client:
            client.return_value.execute.side_effect = run_notebooks.DeadKernelError("Kernel died")
            code, text = self.main(str(file))
        self.assertEqual(1, code)
        self.assertIn("the kernel did not answer: Kernel died", text)

    def test_together_all_run_in_one_kernel_but_those_that_ask_for_something(self):
        paths = [self.folder / f"{name}.ipynb" for name in ("a", "b", "c", "d")]
        asked = {"b": {"orquesta": {"env": {"MORE": "1"}}}, "d": {"orquesta": {"alone": True}}}
        for path in paths:
            notebook = new_notebook(cells=[new_code_cell("1", id="same")], metadata=asked.get(path.stem, {}))
            run_notebooks.nbformat.write(notebook, path)
        started = []

        def client(notebook, **options):
            started.append([each.id for each in notebook.cells])
            for each in notebook.cells:
                each.update(execution_count=1, outputs=[ERROR] if each.id.startswith("c--") else [])
            return mock.Mock()

        with mock.patch.object(run_notebooks, "FOLDERS", [self.folder]), mock.patch.object(run_notebooks, "NotebookClient", client):
            code, text = self.main("--together")
            self.assertEqual([["same"], ["same"], ["same", "c--same"]], sorted(started))
            self.assertEqual((1, "2 passed, 1 failed"), (code, text.splitlines()[-1]))
            self.assertIn(f"{paths[0]}, {paths[2]}", text)
            self.assertIn('cell "c--same" failed: bad luck', text)
            self.assertTrue(self.main("--all")[1].endswith("4 passed, 0 failed"))

    def test_one_is_the_smallest(self):
        for name, size in (("a", 3), ("b", 1), ("c", 2)):
            (self.folder / f"{name}.ipynb").write_text("x" * size, encoding="utf-8")
        with mock.patch.object(run_notebooks, "FOLDERS", [self.folder]):
            code, text = self.main("--one")
        self.assertEqual(1, code)
        self.assertIn("b.ipynb", text)
        self.assertNotIn("a.ipynb", text)

    def test_the_language_is_that_of_the_folder_and_the_limit_that_of_the_notebook(self):
        notebook = new_notebook(metadata={"orquesta": {"env": {"MORE": "1"}}})
        found = run_notebooks.environment(Path("notebooks/es/L01.ipynb"), notebook)
        self.assertEqual(("es", "1"), (found["ORQUESTA_LANG"], found["MORE"]))
        self.assertNotIn("ORQUESTA_CELL_SECONDS", found)


if __name__ == "__main__":
    unittest.main()
