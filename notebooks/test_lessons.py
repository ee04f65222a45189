"""Tests of how lessons are read, built and linted; each rule has a lesson that breaks it and nothing else.

A broken lesson is the sample with one thing replaced. That every sentence has its fixture is a test as well.
"""

import base64
import json
import os
import re
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import nbformat

import build
from lessons import facts, lint, notebook, problems, slides, source, spelling, texts, trials

SAMPLE = Path(__file__).resolve().parent / "lessons" / "sample"
TEXT = (SAMPLE / "L90.md").read_text(encoding="utf-8")
LONG = "\n".join(f"int a{i} = {i};" for i in range(26))
BREAD = "- [ ] Bread\n  (all_food_is_fruit) All that we eat is a fruit\n  It comes from an oven.\n"

# What keeps a lesson from being built: (sentence, what is replaced, by what).
BROKEN = [
    ("source.outside", "%% text title\n", "hello\n%% text title\n"),
    ("source.kind", "%% fact total", "%% fcat x y\n%% fact total"),
    ("source.id", "%% code redo", "%% code Re_do"),
    ("source.twice", "%% code redo", "%% code sum"),
    ("source.words", "%% code redo", "%% code redo colour=red"),
    ("source.words", "%% fact total 2986.02", "%% fact total 2986.02\n%% fact other"),
    ("source.part", "@es\nDos cajas", "@en\nDos cajas"),
    ("source.part", "total.add(java.math.BigDecimal.ONE)\n", "\n"),
    ("source.surplus", "%% fact total 2986.02\n", "%% fact total 2986.02\n@en\nTwo.\n"),
    ("source.target", "%% solution twice-work", "%% solution twice-wrk"),
    ("expect.line", "text: 2987\\.02", "txt: 2987"),
    ("expect.regex", "text: 2987\\.02", "text: (2987"),
    ("fact.value", "%% fact total 2986.02", "%% fact total 2,986.02"),
    ("fact.unknown", "sales of {=total}", "sales of {=totl}"),
    ("fact.loose", "text: {=total}\ntext.es", "text.es"),
    ("fact.idle", "%% fact total", "%% fact idle 5\n%% fact total"),
    ("quiz.line", BREAD, BREAD + "and this\n"),
    ("quiz.question", "Which are fruits?\n", ""),
    ("quiz.options", "- [x] No error reached", "- [ ] No error reached"),
    ("quiz.reason", "  It grows on a tree.\n", ""),
    ("quiz.misconception", "  (all_food_is_fruit) All that we eat is a fruit\n", ""),
    ("quiz.innocent", "- [x] Apple\n", "- [x] Apple\n  (apple_is_bread) Apples are bread\n"),
    ("quiz.same", "It grows on a tree as well.", "It grows on a tree."),
    ("quiz.value", "- [x] = 5972.04\n  The", "- [x] 5972.04\n  The"),
    ("quiz.languages", "(exit_zero_is_right) El", "(exit_zero_is_wrong) El"),
    ("figure.missing", "%% figure two-boxes", "%% figure three-boxes"),
    ("figure.svg", None, "<svg><rect/></svg>"),
    ("figure.svg", None, "<svg"),
    ("trial.blind", "@expect\ntext.en: the sum once\ntext.es: la suma una vez\n", "%% misconception redo other\n1\n"),
    ("trial.unsolved", "%% solution twice-work", "%% misconception twice-work other"),
    ("trial.untried", "%% misconception twice-work once_is_twice", "%% misconception twice-work other"),
]

# What a reader would stumble over.
LINTED = [
    ("lint.first", "# L90 · A lesson", "L90 · A lesson"),
    ("lint.h1", "## The bet", "# The bet"),
    ("lint.jump", "## The bet", "#### The bet"),
    ("lint.headings", "## The bet\n", ""),
    ("lint.alt", "Two boxes: sales of {=total} pesos go into a report.", "two-boxes.png"),
    ("lint.alt", "Two boxes: sales of {=total} pesos go into a report.", "Boxes"),
    ("lint.chart", "| what | pesos |\n|---|--:|\n| sales | {=total} |", "The sales are {=total}."),
    ("lint.outside", "It has one", "![a picture of the thing](https://example.org/x.png) It has one"),
    ("lint.outside", "It has one", '<img src="x.png"> It has one'),
    ("lint.row", "| what | pesos |", "| what | " + "pesos " * 20 + " |"),
    ("lint.columns", "| what | pesos |", "| what" + " | a" * 8 + " |"),
    ("lint.line", "total.add(java", "total" + ".add(ZERO)" * 10 + ".add(java"),
    ("lint.long", "total.add(java", LONG + "\ntotal.add(java"),
    ("lint.comment", "total.add(java", "// adds one\ntotal.add(java"),
    ("lint.comment", "total.add(java", "/* adds one */ total.add(java"),
    ("lint.link", "(../FORMAT.md)", "(../FORMATS.md)"),
    ("lint.link", "(../FORMAT.md)", "(#nowhere)"),
    ("lint.vague", "[how a lesson is written]", "[here]"),
    ("lint.size", "It has one", "It has one " + "word " * 32000),
]


def broken(old, new):
    """The sample's text with a thing replaced, and the folder of its figures."""
    assert old in TEXT, old
    return TEXT.replace(old, new, 1)


class Lessons(unittest.TestCase):
    def setUp(self):
        environment = mock.patch.dict(os.environ, {"ORQUESTA_LANG": "en"})
        environment.start()
        self.addCleanup(environment.stop)

    def problems(self, text, folder=SAMPLE):
        return problems.of_source(source.Lesson("L90", text), folder)

    def lint(self, text):
        lesson = source.Lesson("L90", text)
        self.assertEqual([], problems.of_source(lesson, SAMPLE), "it has to be a lesson that can be built")
        with tempfile.TemporaryDirectory() as folder:
            for path, built in notebook.files(lesson, SAMPLE).items():
                (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
                (Path(folder) / path).write_text(built, encoding="utf-8")
            (Path(folder) / "FORMAT.md").touch()
            found = [problem for rule in lint.RULES[:-2] for problem in rule(lesson)]
            return found + [*lint.links(lesson, Path(folder)), *lint.built(lesson, Path(folder), SAMPLE)]

    def test_the_sample_has_nothing_wrong(self):
        self.assertEqual([], self.problems(TEXT))
        self.assertEqual([], self.lint(TEXT))

    def test_what_keeps_a_lesson_from_being_built_is_told_with_its_line(self):
        for key, old, new in BROKEN:
            with self.subTest(key, old=old):
                if old is None:
                    found = self.figure_problems(new)
                else:
                    found = self.problems(broken(old, new))
                self.assertIn(key, [problem.key for problem in found])
                for problem in found:
                    self.assertGreater(problem.line, 0)
                    self.assertNotIn("{", str(problem).replace("{=", "").replace("{" + "0", ""))

    def figure_problems(self, svg):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "figures").mkdir()
            (Path(folder) / "figures" / "L90.py").write_text(f"def two_boxes(lang):\n    return {svg!r}\n")
            return self.problems(TEXT, Path(folder))

    def test_what_a_reader_would_stumble_over_is_told_and_only_that(self):
        for key, old, new in LINTED:
            with self.subTest(key, old=old):
                keys = {problem.key for problem in self.lint(broken(old, new))}
                self.assertIn(key, keys)
                also = {"lint.headings", "lint.first", "lint.alt"} if key in ("lint.first", "lint.outside") else {"lint.headings"}
                self.assertLessEqual(keys, {key} | also)

    def test_a_problem_is_told_in_the_line_where_it_stands(self):
        problem = next(each for each in self.lint(broken("total.add(java", "int a = 1;\n// one\ntotal.add(java")))
        line = TEXT.split("\n").index("total.add(java.math.BigDecimal.ONE)") + 1
        self.assertEqual(line + 1, problem.line)

    def test_a_text_that_looks_like_a_comment_is_none(self):
        for java in ('var a = "http://x";', "var a = '/'; var b = '*';", 'var a = """\n// no\n""";', 'var a = "\\"//";'):
            self.assertEqual([], self.lint(broken("total.add(java", java + "\ntotal.add(java")))

    def test_code_blocks_are_not_read_as_text(self):
        text = broken("It has one cell", "```\n# no heading [here](nowhere)\n```\nIt has one cell")
        self.assertEqual([], self.lint(text))

    def test_a_notebook_that_is_not_what_its_source_gives_is_told(self):
        lesson = source.Lesson("L90", TEXT)
        with tempfile.TemporaryDirectory() as folder:
            found = list(lint.built(lesson, Path(folder), SAMPLE))
            self.assertEqual(["build.stale"] * 3, [problem.key for problem in found])

    def test_a_notebook_with_outputs_is_told(self):
        cell = {"id": "sum", "outputs": [{}], "execution_count": 3}
        self.assertEqual(["lint.outputs"], [each.key for each in lint.outputs(json.dumps({"cells": [cell]}))])

    def test_every_sentence_about_a_lesson_has_a_lesson_that_gets_it(self):
        tried = {key for key, _, _ in [*BROKEN, *LINTED]}
        # These have a test of their own, here or with the runs.
        tried |= {"build.stale", "lint.outputs", "lint.spelling"}
        said = {key for key in texts.TEXTS if key.split(".")[0] in ("source", "expect", "fact", "quiz", "figure", "lint")}
        self.assertEqual(set(), said - tried - {"lint.no_hunspell", "lint.well", "lint.sum"})

    def test_every_sentence_exists_in_both_languages_with_the_same_gaps(self):
        for key, (english, spanish) in texts.TEXTS.items():
            gaps = [{part for part in ("{0}", "{1}", "{2}") if part in text} for text in (english, spanish)]
            self.assertEqual(*gaps, key)


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


@unittest.skipIf(spelling.missing(), "hunspell or its dictionaries are missing: sh devcontainer/install-system.sh")
class Spelling(unittest.TestCase):
    def strange(self, text, folder=SAMPLE):
        return [problem.gaps[0] for problem in spelling.problems(source.Lesson("L90", text), folder)]

    def test_the_sample_is_well_spelled(self):
        self.assertEqual([], self.strange(TEXT))

    def test_a_misspelt_word_is_told_in_either_language_wherever_it_stands(self):
        for old, new, word in (
            ("It has one", "It hass one", "hass"),
            ("Tiene una", "Tienne una", "Tienne"),
            ("Two boxes", "Two boxxes", "boxxes"),
            ("It comes from", "It commes from", "commes"),
            ("(exit_zero_is_right) El código", "(exit_zero_is_right) El codigo", "codigo"),
            ("- [ ] Pan", "- [ ] Pann", "Pann"),
        ):
            self.assertEqual([word], self.strange(broken(old, new)))

    def test_code_links_numbers_and_facts_are_no_words(self):
        self.assertEqual([], self.strange(broken("It has one", "`qwrt` [the page](../qwrt.md) {=total} 12x a/qwrt.py It has one")))

    def test_words_of_ours_are_known_in_their_language(self):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "words.txt").write_text("# ours\nqwrt\nes: trwq\n", encoding="utf-8")
            self.assertEqual([], self.strange(broken("It has one", "Qwrt has one"), Path(folder)))
            self.assertEqual(["trwq"], self.strange(broken("It has one", "trwq has one"), Path(folder)))

    def test_every_lesson_is_well_spelled(self):
        for name in source.names():
            self.assertEqual([], [f"{each.line}: {each}" for each in spelling.problems(source.read(name))])


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

    def test_the_words_of_a_value_are_expected_of_its_variants(self):
        cell = self.cells("misconception", "es")["twice-work--once_is_twice"]["metadata"]
        self.assertIn("Eso\\ es\\ la\\ suma\\ una\\ vez\\.", cell["orquesta"]["text"])
        self.assertIn("La\\ suma,\\ dos\\ veces\\.", cell["orquesta_not"]["text"])


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


if __name__ == "__main__":
    unittest.main()
