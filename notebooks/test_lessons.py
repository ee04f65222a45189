"""Tests of what is built of a lesson, and of what its runs put in place of its cells."""

import base64
import json
import os
import re
import sys
import unittest
from types import SimpleNamespace
from unittest import mock

import nbformat

import build
import run_lessons
from builder import facts, figures, lint, notebook, problems, runs, slides, source, teacher, trials
from builder.sample.text import SAMPLE, TEXT, broken


class Building(unittest.TestCase):
    def setUp(self):
        self.lesson = source.Lesson("L90", TEXT)
        self.files = notebook.files(self.lesson, SAMPLE)

    def test_both_notebooks_are_valid_and_without_outputs(self):
        for language in source.LANGUAGES:
            nbformat.validate(nbformat.reads(self.files[f"{language}/L90.ipynb"], 4))
            self.assertEqual([], list(lint.outputs(self.files[f"{language}/L90.ipynb"])))

    def test_code_and_ids_are_the_same_in_both_languages(self):
        both = [json.loads(self.files[f"{language}/L90.ipynb"])["cells"] for language in source.LANGUAGES]
        code = [[(cell["id"], cell["source"]) for cell in cells if cell["cell_type"] == "code"] for cells in both]
        self.assertEqual(*code)
        self.assertEqual(*([cell["id"] for cell in cells] for cells in both))
        self.assertEqual(len(both[0]), len({cell["id"] for cell in both[0]}))

    def test_the_notebook_holds_no_answer(self):
        for path in ("en/L90.ipynb", "es/L90.ipynb"):
            for secret in ("5972", "multiply", "oven", "horno", "exit_zero", "@expect"):
                self.assertNotIn(secret, self.files[path])

    def test_building_twice_gives_the_same_bytes(self):
        self.assertEqual(self.files, notebook.files(source.Lesson("L90", TEXT), SAMPLE))

    def test_the_committed_notebooks_are_what_their_sources_give(self):
        for name in source.names():
            stale = [str(each) for each in lint.built(source.read(name)) if each.key == "build.stale"]
            self.assertEqual([], stale)

    def test_every_lesson_can_be_built_and_has_nothing_to_mend_but_spelling(self):
        for name in source.names():
            lesson = source.read(name)
            found = problems.of_source(lesson) or lint.of_lesson(lesson)
            self.assertEqual([], [f"{name}.md:{each.line}: {each}" for each in found])

    def test_a_picture_stands_in_the_notebook(self):
        cell = next(cell for cell in json.loads(self.files["es/L90.ipynb"])["cells"] if cell["id"] == "two-boxes")
        alternative, data = re.fullmatch(
            r'<img alt="([^"]*)" src="data:image/svg\+xml;base64,([^"]*)">\n', cell["source"][0]
        ).groups()
        self.assertEqual("Dos cajas: ventas por 2.986,02 pesos entran en un informe.", alternative)
        self.assertIn("informe</text>", base64.b64decode(data).decode())

    def test_a_lesson_that_is_not_there_is_refused(self):
        with self.assertRaises(SystemExit), mock.patch("sys.stderr"):
            build.main(["L00-none"])


class TeachersEdition(unittest.TestCase):
    NOTE = "\n%% note sum\n@en\nWait for {=total}.\n@es\nEspera {=total}.\n"

    def setUp(self):
        self.lesson = source.Lesson("L90", TEXT, self.NOTE)

    def cells(self, language="en"):
        built = json.loads(teacher.files(self.lesson, SAMPLE)[f"teacher/{language}/L90.ipynb"])["cells"]
        return {cell["id"]: "".join(cell["source"]) for cell in built}

    def test_notes_right_answers_and_solutions_stand_before_their_cells(self):
        cells = self.cells()
        order = list(cells)
        self.assertEqual("> **For the teacher.** Wait for 2,986.02.", cells["sum--note"])
        self.assertEqual(order.index("sum"), order.index("sum--note") + 1)
        self.assertIn("**b)** No error reached", cells["exit-code-answer--right"])
        self.assertIn("multiply", cells["twice-work--solution"])
        self.assertIn("Espera 2.986,02.", self.cells("es")["sum--note"])

    def test_its_links_go_up_once_more(self):
        self.assertIn("](../../FORMAT.md)", self.cells()["title"])

    def test_students_get_no_note(self):
        for text in notebook.files(self.lesson, SAMPLE).values():
            self.assertNotIn("Wait for", text)

    def test_a_note_has_a_cell_and_both_languages(self):
        lost = source.Lesson("L90", TEXT, self.NOTE.replace("note sum", "note smu"))
        self.assertEqual([("source.target", ("smu", "sum"))], [(each.key, each.gaps) for each in lost.problems])
        half = source.Lesson("L90", TEXT, self.NOTE.replace("@es\nEspera {=total}.\n", ""))
        self.assertEqual(["source.part"], [each.key for each in half.problems])


class Facts(unittest.TestCase):
    def test_numbers_are_written_as_each_language_does(self):
        for value, english, spanish in (
            ("2986.02", "2,986.02", "2.986,02"),
            ("-1234567", "-1,234,567", "-1.234.567"),
            ("12", "12", "12"),
        ):
            self.assertEqual((english, spanish), (facts.shown(value, "en"), facts.shown(value, "es")))

    def test_a_number_is_found_however_it_is_written_and_not_within_another(self):
        for text in ("2986.02", "= 2,986.02.", "2.986,02 pesos", "2986.020"):
            self.assertTrue(re.search(facts.pattern("2986.02"), text), text)
        for text in ("12986.02", "2986.021", "986.02", "2986", "2.986,021", "1,002,986.02"):
            self.assertFalse(re.search(facts.pattern("2986.02"), text), text)
        self.assertTrue(re.search(facts.pattern("3"), "3.0"))
        self.assertFalse(re.search(facts.pattern("3"), "3.000"))


class FigureNumbers(unittest.TestCase):
    def test_a_fact_may_be_rounded_or_in_millions_and_is_written_as_the_language_does(self):
        known = [114877798.25, 263.0, -2986.02]
        for written, language in (("114.9", "en"), ("114,9", "es"), ("263", "en"), ("2,986.02", "en"), ("2.986", "es"), ("115", "es")):
            self.assertTrue(figures.is_known(written, language, known), written)
        for written, language in (("114.8", "en"), ("114.9", "es"), ("264", "en"), ("2,987", "en")):
            self.assertFalse(figures.is_known(written, language, known), written)


class Trials(unittest.TestCase):
    def cells(self, kind, language="en"):
        lesson = source.Lesson("L90", TEXT)
        made = trials.Trials(lesson, language).notebook(notebook.notebook(lesson, language, SAMPLE), kind)
        return {cell["id"]: cell for cell in made["cells"] if cell["cell_type"] == "code"}

    def test_the_student_gets_what_is_built(self):
        built = [cell for cell in notebook.notebook(source.Lesson("L90", TEXT), "en", SAMPLE)["cells"]]
        code = {cell["id"]: "".join(cell["source"]) for cell in built if cell["cell_type"] == "code"}
        self.assertEqual(code, {name: cell["source"] for name, cell in self.cells("student").items()})

    def test_solutions_answer_every_question_right(self):
        cells = self.cells("solution")
        self.assertEqual('Quiz.ask("L90.exit-code", "b")', cells["exit-code-answer--solution"]["source"])
        self.assertEqual('Quiz.ask("L90.poll", "ac")', cells["poll-answer--solution"]["source"])
        self.assertIn("multiply", cells["twice-work--solution"]["source"])
        self.assertNotIn("twice-work", cells)

    def test_each_mistake_stands_before_its_solution_and_wants_its_own_words_alone(self):
        names = list(self.cells("misconception"))
        wrong, right = "exit-code-answer--exit_zero_is_right", "exit-code-answer--solution"
        self.assertEqual(names.index(wrong) + 1, names.index(right))
        cell = self.cells("misconception")[wrong]["metadata"]
        self.assertIn("A\\ wrong\\ number", cell["orquesta"]["text"][0])
        self.assertEqual(["That\\ is\\ all\\ that\\ it\\ says\\."], cell["orquesta_not"]["text"])

    def test_a_walk_runs_a_cell_as_it_is_then_each_mistake_then_the_solution(self):
        cells = self.cells("walk")
        self.assertEqual(["twice-work", "twice-work--once_is_twice", "twice-work--solution"], [name for name in cells if "work" in name])
        self.assertEqual(["bet-answer", "bet-answer--solution"], [name for name in cells if "bet" in name])
        for kind in trials.KINDS:
            for name, cell in self.cells(kind).items():
                self.assertEqual(cell, cells[name])

    def test_the_words_of_a_value_are_expected_of_its_variants(self):
        cell = self.cells("misconception", "es")["twice-work--once_is_twice"]["metadata"]
        self.assertIn("Eso\\ es\\ la\\ suma\\ una\\ vez\\.", cell["orquesta"]["text"])
        self.assertIn("La\\ suma,\\ dos\\ veces\\.", cell["orquesta_not"]["text"])


class Judging(unittest.TestCase):
    """What a run says of a cell, without a kernel; with one it is builder/kernel_test.py."""

    def told(self, count, **metadata):
        output = nbformat.v4.new_output("execute_result", data={"text/plain": "one and two"})
        cell = nbformat.v4.new_code_cell("1", id="c", execution_count=count, outputs=[output], metadata=metadata)
        with mock.patch.dict(os.environ, {"ORQUESTA_LANG": "en"}):
            return runs.problems_of(cell)

    def test_a_cell_that_was_not_run_is_told(self):
        self.assertEqual(['cell "c" was not run, because the kernel did not get that far.'], self.told(None))

    def test_each_of_several_expectations_is_asked_for(self):
        self.assertEqual([], self.told(1, orquesta={"text": ["one", "two"]}))
        self.assertEqual(1, len(self.told(1, orquesta={"text": ["one", "three"]})))

    def test_what_belongs_to_another_answer_is_told(self):
        wanted = ['cell "c" also says what belongs to another answer: one and two; not expected was /two/.']
        self.assertEqual(wanted, self.told(1, orquesta_not={"text": ["two", "three"]}))


class Slides(unittest.TestCase):
    """By this Python: the blocks of the sample need no more."""

    def told(self, old, new):
        with mock.patch.dict(os.environ, {"ORQUESTA_LANG": "en"}):
            return slides.run(source.Lesson("L90", broken(old, new)), sys.executable)

    def test_blocks_run_in_order_in_one_process(self):
        self.assertEqual([], self.told("%% predict bet", "%% python next\nassert total > 2986\n\n%% predict bet"))

    def test_a_block_that_fails_or_prints_something_else_is_told(self):
        failed = self.told("total = 2986.02", "total = 1 / 0")
        self.assertRegex(failed[0], r'(?s)"slide" failed: .*ZeroDivisionError')
        self.assertEqual(1, len(failed))
        unlike = self.told(":.2f}\")\n", ":.2f}\")\n@expect\nstdout: 2996\n")
        self.assertEqual(["the slide's Python \"slide\" prints: 2986.02; expected was /2996/."], unlike)

    def test_it_stands_beside_the_data_and_leaves_no_trace_in_it(self):
        before = sorted((source.FOLDER.parent.parent / "datasets").iterdir())
        code = 'open("datasets/new.csv", "w").close(); assert open("datasets/ventas.csv").readline()'
        self.assertEqual([], self.told("total = 2986.02", f"{code}; total = 2986.02"))
        self.assertEqual(before, sorted((source.FOLDER.parent.parent / "datasets").iterdir()))

    def test_what_it_writes_to_stderr_is_told(self):
        self.assertIn("noise", self.told("total = 2986.02", "import sys; sys.stderr.write('noise'); total = 2986.02")[0])


class Works(unittest.TestCase):
    """Which runs are made of a lesson."""

    def groups(self, *names, **asked):
        folder = SAMPLE if names == ("L90",) else source.FOLDER
        wanted = {"all": False, "kind": None, "language": None, "slides": None, "folder": folder, "kernel": "java", **asked}
        options = SimpleNamespace(**wanted)
        works = [work for name in names for work in run_lessons.works_of(name, options)]
        return [[label for label, *_ in group] for group in run_lessons.groups(works, options)]

    def labels(self, name="L90", **asked):
        return [label for group in self.groups(name, **asked) for label in group]

    def test_a_lesson_is_walked_through_once_and_one_is_run_as_given(self):
        self.assertEqual(["L90 en walk"], self.labels())
        labels = [label for name in source.names() for label in self.labels(name)]
        walked = [label for label in labels if label.endswith(" walk")]
        self.assertEqual(source.names(), [label.split()[0] for label in walked])
        self.assertEqual({*source.LANGUAGES}, {label.split()[1] for label in walked})
        self.assertEqual(["L04 es student"], [label for label in labels if label not in walked])

    def test_walks_of_one_language_share_a_kernel_and_all_else_has_its_own(self):
        wanted = [["L02 en walk", "L04 en walk"], ["L03 es walk", "L04 es student"]]
        self.assertEqual(wanted, self.groups("L02", "L03", "L04"))
        self.assertEqual([["L02 en walk"]], self.groups("L02"))
        self.assertEqual([1] * 12, [len(group) for group in self.groups("L02", "L03", all=True)])
        self.assertEqual([["L02 en walk"], ["L04 en walk"]], self.groups("L02", "L04", kind=["walk"], language=["en"]))

    def test_what_is_asked_for_is_run(self):
        self.assertEqual(6, len(self.labels(all=True)))
        self.assertEqual(["L90 en student"], self.labels(kind=["student"], language=["en"]))
        self.assertEqual(["L90 en student", "L90 es student"], self.labels(kind=["student"]))
        self.assertEqual(["L90 es walk"], self.labels(kind=["walk"], language=["es"]))


if __name__ == "__main__":
    unittest.main()
