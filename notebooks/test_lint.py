"""Tests of what is told about lessons: each rule has a lesson that breaks it and nothing else, the sample with one thing replaced."""

import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from builder import budget, lint, notebook, problems, source, spelling, texts
from builder.sample.text import SAMPLE, TEXT, broken

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
    ("figure.number", "sales of {=total} pesos go into", "sales of 2,987.02 pesos go into"),
    ("figure.number", None, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="1"><text>2,987.02</text></svg>'),
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
    ("lint.block", "It has one", "```java\nint nobodyRunsThis = 1;\n```\n\nIt has one"),
    ("lint.block", "It has one", "```java\nint GAP = nobodyRunsThis(...);\n```\n\nIt has one"),
    ("lint.apart", "%% python slide of=sum", "%% python slide"),
    ("lint.apart", "%% python slide of=sum", "%% python slide of=redo"),
    ("lint.link", "(../FORMAT.md)", "(../FORMATS.md)"),
    ("lint.link", "(../FORMAT.md)", "(#nowhere)"),
    ("lint.note", "It has one", "<details>\n<summary>For the teacher</summary>\n\nBe quiet.\n\n</details>\n\nIt has one"),
    ("lint.lesson", "It has one", "After L89 it has one"),
    ("lint.vague", "[how a lesson is written]", "[here]"),
    ("lint.size", "It has one", "It has one " + "word " * 32000),
]


class Lessons(unittest.TestCase):
    def setUp(self):
        environment = mock.patch.dict(os.environ, {"ORQUESTA_LANG": "en"})
        environment.start()
        self.addCleanup(environment.stop)

    def problems(self, text, folder=SAMPLE):
        return problems.of_source(source.Lesson("L90", text), folder)

    def lint(self, text):
        lesson, apart = source.Lesson("L90", text), (budget.problems, lint.end, lint.links, lint.built, lint.given_away)
        self.assertEqual([], problems.of_source(lesson, SAMPLE), "it has to be a lesson that can be built")
        with tempfile.TemporaryDirectory() as folder:
            for path, built in notebook.files(lesson, SAMPLE).items():
                (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
                (Path(folder) / path).write_text(built, encoding="utf-8")
            (Path(folder) / "FORMAT.md").touch()
            found = [problem for rule in lint.RULES if rule not in apart for problem in rule(lesson)]
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

    def test_a_notebook_that_a_reader_has_worked_in_is_no_stale_one(self):
        lesson = source.Lesson("L90", TEXT)
        with tempfile.TemporaryDirectory() as folder:
            git = ["git", "-C", folder]
            subprocess.run([*git, "init", "-q"], check=True)
            for path, built in notebook.files(lesson, SAMPLE).items():
                (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
                (Path(folder) / path).write_text(built, encoding="utf-8")
            subprocess.run([*git, "add", "en", "questions"], check=True)
            for path in Path(folder).rglob("*.ipynb"):
                path.write_text(path.read_text(encoding="utf-8").replace('"execution_count": null', '"execution_count": 1'))
            found = [(each.key, each.gaps) for each in lint.built(lesson, Path(folder), SAMPLE)]
            self.assertEqual({"lint.outputs", "build.stale"}, {key for key, _ in found}, "git does not know the Spanish one")
            self.assertEqual(("build.stale", ("notebooks/es/L90.ipynb",)), found[-1])
            students = source.Lesson("L90", TEXT, None)
            self.assertEqual([], list(lint.built(students, Path(folder), SAMPLE)))
            (Path(folder) / "questions" / "L90.json").write_text("{}")
            self.assertEqual(["build.stale"], [each.key for each in lint.built(students, Path(folder), SAMPLE)])

    def test_a_solution_that_students_would_get_is_told_and_one_in_the_teachers_part_is_not(self):
        parts = re.split(r"(?m)^(?=%% )", TEXT)
        answers = "".join(part for part in parts if part.startswith(("%% solution", "%% misconception")))
        shared = "".join(part for part in parts if part not in answers)
        self.assertNotIn("multiply", shared)
        lesson = source.Lesson("L90", shared, answers)
        self.assertEqual([], [*problems.of_source(lesson, SAMPLE), *lint.given_away(lesson)])
        self.assertEqual([], problems.of_source(source.Lesson("L90", shared, None), SAMPLE), "a student's copy")
        self.assertIn("trial.unsolved", {each.key for each in self.problems(shared)})
        given_away = list(lint.given_away(source.Lesson("L90", TEXT)))
        self.assertEqual({"lint.given_away"}, {each.key for each in given_away})
        self.assertEqual("students get this file; a solution belongs into notebooks/source/.teacher/L90.md.", str(given_away[0]))

    def test_a_problem_in_the_teachers_part_is_told_with_that_file_and_its_line(self):
        answers = TEXT[TEXT.index("%% solution twice-work") :].replace("solution twice-work", "solution twice-wrk", 1)
        lesson = source.Lesson("L90", TEXT[: TEXT.index("%% solution twice-work")], answers)
        problem = next(each for each in problems.of_source(lesson, SAMPLE) if each.key == "source.target")
        self.assertEqual((Path("notebooks/source/.teacher/L90.md"), 1), lesson.place(problem.line))

    def test_a_notebook_with_outputs_is_told(self):
        cell = {"id": "sum", "outputs": [{}], "execution_count": 3}
        self.assertEqual(["lint.outputs"], [each.key for each in lint.outputs(json.dumps({"cells": [cell]}))])

    def test_every_sentence_about_a_lesson_has_a_lesson_that_gets_it(self):
        tried = {key for key, _, _ in [*BROKEN, *LINTED]}
        # These have a test of their own, here or with the runs.
        tried |= {"build.stale", "lint.outputs", "lint.spelling", "lint.given_away"}
        # test_budget.py, test_coverage.py
        tried |= {"lint.end", "lint.row_unknown", "lint.uncovered", "lint.no_python"} | {f"lint.{limit}" for limit in ("words", "front", "actions", "written", "changed", "questions", "minutes", "late", "screens")}
        said = {key for key in texts.TEXTS if key.split(".")[0] in ("source", "expect", "fact", "quiz", "figure", "lint")}
        self.assertEqual(set(), said - tried - {"lint.no_hunspell", "lint.well", "lint.sum", "lint.counted", "lint.exempt"})

    def test_every_sentence_exists_in_both_languages_with_the_same_gaps(self):
        for key, (english, spanish) in texts.TEXTS.items():
            gaps = [{part for part in ("{0}", "{1}", "{2}", "{3}", "{4}", "{5}") if part in text} for text in (english, spanish)]
            self.assertEqual(*gaps, key)


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


if __name__ == "__main__":
    unittest.main()
