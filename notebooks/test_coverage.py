"""Tests of the page that says which lesson carries which row of the course."""

import unittest
from pathlib import Path

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


if __name__ == "__main__":
    unittest.main()
