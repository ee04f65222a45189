"""Tests of the page that says which lesson carries which row of the course."""

import os
import unittest
from pathlib import Path
from unittest import mock

from builder import coverage, lint, source

HERE = Path(__file__).resolve().parent
LESSON = """%% text title covers=A5
@en
# L04 · One
@es
# L04 · Uno

%% code check covers=A5,A4
Grader.check("E12")
"""


class Coverage(unittest.TestCase):
    def test_the_committed_pages_are_what_their_sources_give(self):
        for path, text in coverage.pages().items():
            self.assertEqual(text, (HERE / path).read_text(encoding="utf-8"), "run: python3 notebooks/build.py")

    def test_every_row_has_its_lessons_and_its_words_in_both_languages(self):
        rows = coverage.rows()
        names = [f"A{number}" for number in range(1, 30)] + [f"B{number}" for number in range(1, 18)]
        self.assertEqual(names, [row.name for row in rows])
        for row in rows:
            self.assertEqual({"en", "es"}, set(row.texts), row.name)

    def test_a_row_names_its_cells_and_the_exercises_in_them(self):
        page = coverage.page(coverage.rows(), [source.Lesson("L04", LESSON)], "en")
        line = next(line for line in page.splitlines() if line.startswith("| A5 |"))
        self.assertIn("| [L04](en/L04.ipynb) `title`, `check` | E12 |", line)
        self.assertIn("**2 of 46 rows**", page)

    def test_a_row_of_a_lesson_that_is_not_there_yet_names_that_lesson(self):
        page = coverage.page(coverage.rows(), [source.Lesson("L04", LESSON)], "es")
        self.assertIn("| después: L08, L17 |  |", page)

    def test_a_tag_that_is_no_row_and_a_row_without_a_cell_are_told(self):
        whole = source.Lesson("L04", LESSON)
        self.assertEqual([], list(coverage.problems(whole)))
        odd = source.Lesson("L04", LESSON.replace("A5,A4", "A5,A99"))
        self.assertEqual(["lint.row_unknown", "lint.uncovered"], [each.key for each in coverage.problems(odd)])
        self.assertIn(coverage.problems, lint.RULES)

    def test_a_lesson_without_the_python_of_a_slide_beside_its_java_is_told(self):
        java, python = "%% code java\nnull\n", "%% python slide of=java covers=A5\nprint(1)\n"
        within = f"%% text title\n@en\n# L04\n@es\n# L04\n{java}{python}"
        for text, told in (
            (within, []),
            (within.replace(java + python, python + java), []),
            (within.replace(python, ""), ["lint.no_python"]),
            (within.replace("covers=A5", "covers=A4"), ["lint.no_python"]),
            (within.replace("of=java ", ""), ["lint.apart"]),
            (within.replace(python, java.replace("java", "other") + python), ["lint.apart"]),
            (within + java.replace("java", "behind"), []),
        ):
            with self.subTest(text=text):
                lesson = source.Lesson("L04", text)
                self.assertEqual([], lesson.problems)
                self.assertEqual(told, [each.key for each in coverage.slides(lesson)])
        self.assertIn(coverage.slides, lint.RULES)

    def test_what_is_told_of_it_says_what_where_and_how_to_mend_it(self):
        lesson = source.Lesson("L10", "%% text title\n@en\n# L10\n@es\n# L10\n")
        with mock.patch.dict(os.environ, {"ORQUESTA_LANG": "en"}):
            sentence = str(*coverage.slides(lesson))
        self.assertIn('the row A20 ("Jobs and schedules")', sentence)
        self.assertIn("%% python ID of=CELL covers=A20", sentence)


if __name__ == "__main__":
    unittest.main()
