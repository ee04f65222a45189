"""Tests of what is counted of a lesson, and of its limits: each has a lesson that is just within it, and one that is over."""

import json
import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from builder import budget, facts, lint, source

ADVICE = "\n- [ ] No\n  (no_way) Never\n  Not so.\n- [x] Yes\n  So it is.\n"
QUIZ = f"%% quiz q{{0}}\n@en\nIs it so?\n{ADVICE}@es\n¿Es así?\n{ADVICE}"


def text(name, words):
    said = " ".join(["word"] * words)
    return f"%% text {name}\n@en\n{said}\n@es\n{said}\n"


def code(name, options="write=yes minutes=3", lines=1):
    return f"%% code {name} {options}\n" + "\n".join(["null"] * lines) + "\n"


TITLE = "%% text title\n@en\n# L91 · It lasts {=minutes} minutes\n@es\n# L91 · Dura {=minutes} minutos\n"
FOUR = "".join(code(f"w{i}") for i in range(4))
CHANGES = code("c0", "change=yes") + code("c1", "change=yes minutes=1.5")
SMALL = "".join(QUIZ.format(i) for i in range(2)) + CHANGES
# 4 x 3 + 2 x 1 + 1 + 1.5 minutes of actions.
WELL = TITLE + FOUR + text("t0", 400) + SMALL + text("t1", 800)


class Limits(unittest.TestCase):
    def setUp(self):
        environment = mock.patch.dict(os.environ, {"ORQUESTA_LANG": "en"})
        environment.start()
        self.addCleanup(environment.stop)

    def told(self, text):
        lesson = source.Lesson("L91", text)
        self.assertEqual([], lesson.problems)
        return [problem.key for problem in budget.problems(lesson)]

    def test_a_lesson_within_its_limits_has_nothing_to_mend(self):
        self.assertEqual([], self.told(WELL))

    def test_each_limit_is_held(self):
        for key, old, new in (
            ("lint.words", text("t1", 800), text("t1", 900) + text("t2", 600)),
            ("lint.front", "Dura {=minutes} minutos", "Dura media hora"),
            ("lint.actions", code("c0", "change=yes"), code("c0", "")),
            ("lint.written", code("w3"), code("w3", "change=yes minutes=3")),
            ("lint.changed", CHANGES, CHANGES.replace("change=yes", "write=yes")),
            ("lint.changed", CHANGES, CHANGES.replace("change=yes", "write=yes") + code("c2", "change=yes home=yes")),
            ("lint.questions", QUIZ.format(0), code("q0", "change=yes")),
            ("lint.questions", QUIZ.format(0), "".join(QUIZ.format(f"x{i}") for i in range(4))),
            ("lint.minutes", code("w3"), code("w3", "write=yes minutes=30")),
            ("lint.minutes", text("t1", 800), text("t1", 8)),
            ("lint.late", TITLE, TITLE + text("begin", 560)),
            ("lint.late", TITLE, TITLE + "".join(code(f"run{i}", "") for i in range(8))),
            ("lint.screens", code("w2"), code("w2") + code("watch", "long=yes", 60)),
        ):
            with self.subTest(key, old=old):
                self.assertIn(old, WELL)
                found = self.told(WELL.replace(old, new, 1))
                self.assertEqual({key}, set(found))

    def test_the_limits_are_rules_of_the_lint(self):
        self.assertIn(budget.problems, lint.RULES)

    def test_a_lesson_ends_with_where_one_stands(self):
        ended = WELL + '%% code end\nCourse.after("L91")\n'
        self.assertEqual([], list(lint.end(source.Lesson("L91", ended))))
        for wrong in (WELL, ended.replace("L91", "L90"), ended + code("more", ""), text("t", 3)):
            self.assertEqual(["lint.end"], [each.key for each in lint.end(source.Lesson("L91", wrong))])

    def test_a_lesson_may_be_over_the_limits_only_where_the_reason_stands(self):
        for name, reason in budget.EXEMPT.items():
            lesson = source.read(name)
            self.assertGreater(len(reason), 20)
            self.assertEqual([], list(budget.problems(lesson)))
            with mock.patch.dict(budget.EXEMPT, clear=True):
                self.assertNotEqual([], list(budget.problems(lesson)), f"{name} keeps the limits: take it out of EXEMPT")


class Counts(unittest.TestCase):
    def count(self, text, language="en"):
        return budget.words(source.Lesson("L91", text), language)

    def test_words_are_what_a_reader_sees_before_he_answers(self):
        shown = "%% quiz q\n@en\nIs it so?\n\n> look twice\n- [ ] No way\n  (no_way) Never\n  Not so.\n- [x] Yes\n  So it is.\n"
        self.assertEqual(6, self.count(shown + "@es\n¿Es así?\n"))
        self.assertEqual(3, self.count(shown.replace("- [ ] ", "- [ ] = ").replace("- [x] ", "- [x] = ")))
        for seen, written in (
            (2, "two `words`"),
            (2, "[a link](../to/a/place.md) · — |"),
            (1, "<details>\n<summary>For you</summary>\n\nHidden words.\n\n</details>\nseen"),
            (1, "```\njava code\n```\nseen"),
            (4, "| a | table |\n|---|---:|\n| of | **words** |"),
        ):
            self.assertEqual(seen, self.count(f"%% text t\n@en\n{written}\n@es\nx\n"), written)
        self.assertEqual(2, self.count("%% figure f\n@en\nThe alternative text.\n\nBelow it\n@es\nx\n"))

    def test_minutes_are_of_the_longer_language_and_of_each_action_in_class(self):
        lesson = source.Lesson("L91", WELL + code("late", "write=yes minutes=25 home=yes"))
        self.assertEqual({"minutes": "23", "home_minutes": "25"}, budget.given(lesson))
        longer = source.Lesson("L91", WELL.replace("@es\nword", "@es\n" + "word " * 360, 1))
        self.assertEqual(budget.minutes(lesson) + 2, budget.minutes(longer))

    def test_the_minutes_may_be_quoted_and_need_no_fact(self):
        lesson = source.Lesson("L91", WELL)
        self.assertEqual([], list(facts.problems(lesson)))
        self.assertEqual("# L91 · It lasts 23 minutes", facts.fill(lesson, lesson.cells[0].text("en"), "en"))

    def test_an_exercise_takes_the_minutes_that_it_says(self):
        with tempfile.TemporaryDirectory() as folder, mock.patch.object(budget, "EXERCISES", Path(folder)):
            (Path(folder) / "E90").mkdir()
            (Path(folder) / "E90" / "exercise.json").write_text(json.dumps({"minutes": 7}))
            check = '%% code e90 write=yes\nGrader.check("E90")\n'
            self.assertEqual([7], [each.minutes for each in budget.actions(source.Lesson("L91", check))])
            self.assertEqual([3], [each.minutes for each in budget.actions(source.Lesson("L91", check.replace("90", "91")))])

    def test_a_question_that_is_answered_in_a_cell_of_the_lesson_is_one_action(self):
        text = QUIZ.format(1).replace("q1", "q1 cell=no") + '%% code mine write=yes\nQuiz.ask("L91.q1", null)\n'
        self.assertEqual(["write"], [each.kind for each in budget.actions(source.Lesson("L91", text))])

    def test_what_an_option_says_is_checked(self):
        for line in ("code c write=no", "code c minutes=x", "predict p covers=C1", "quiz q home=1", "text t minutes=3"):
            keys = [each.key for each in source.Lesson("L91", f"%% {line}\nnull\n").problems]
            self.assertIn("source.words", keys, line)


if __name__ == "__main__":
    unittest.main()
