"""A batch of a whole course, graded by the real command: killed once in the middle, marks as the manifest says, twice the same.

ORQUESTA_COURSE=10 is the number of students (default 200), ORQUESTA_COURSE_TWICE=5 how many of them are graded a second time
(default all); ORQUESTA_COURSE_OUT=DIR keeps the batches and their reports there.
"""

import csv
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True

from answers import EMPTY, ROOT  # noqa: E402
from make import NONE, UNREADABLE, Course  # noqa: E402

sys.path.insert(0, os.path.join(ROOT, "autograder", "bench"))
from memory import Memory  # noqa: E402

sys.path.insert(0, os.path.dirname(HERE))
from results import without_time  # noqa: E402

STUDENTS = int(os.environ.get("ORQUESTA_COURSE", "200"))
TWICE = int(os.environ.get("ORQUESTA_COURSE_TWICE", STUDENTS))
NOTHING = (NONE["what"], UNREADABLE["what"])


class Grading:
    """One run of ./kit grade --batch."""

    def __init__(self, folder):
        self.out = out = os.path.join(folder, "notas")
        command = [os.path.join(ROOT, "kit"), "grade", "--batch", os.path.join(folder, "entregas"), "--out", out]
        self.began, self.lines = time.monotonic(), []
        self.before = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.process = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "ORQUESTA_LANG": "en"}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace", start_new_session=True,
        )
        self.memory = Memory(self.process.pid)
        self.memory.start()

    def finish(self):
        self.lines += self.process.communicate()[0].splitlines()
        return self.ended()

    def ended(self):
        self.memory.over.set()
        self.seconds = time.monotonic() - self.began
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.processor = after.ru_utime + after.ru_stime - self.before.ru_utime - self.before.ru_stime
        return self

    def kill_after(self, rows):
        """kill -9 for all of its session, as a full machine or a lost terminal would."""
        for line in self.process.stdout:
            self.lines.append(line)
            rows -= "/" in line
            if rows <= 0:
                break
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()
        return self.ended()

    def lines_of(self, name):
        with open(os.path.join(self.out, name), encoding="utf-8") as file:
            return file.read().splitlines()

    def results(self):
        with open(os.path.join(self.out, "results.json"), encoding="utf-8") as file:
            return {(each["subject"]["submission"], each["subject"]["exercise"]): each for each in json.load(file)}

    def gradebook(self):
        with open(os.path.join(self.out, "gradebook.csv"), encoding="utf-8-sig", newline="") as file:
            return {(line["submission"], line["exercise"]): line for line in csv.DictReader(file)}


def by_row(rows):
    """What a batch has rows of: an exercise of which nobody handed in a file that could answer it is none of it."""
    known = {row["exercise"] for row in rows if row["what"] not in (*NOTHING, EMPTY)}
    return {(row["submission"], row["exercise"]): row for row in rows if row["exercise"] in known}


def tell(rows, runs):
    """How fast, and with how much memory."""
    students, answers = len({row["submission"] for row in rows}), sum(row["what"] not in NOTHING for row in rows)
    minutes, processor = sum(run.seconds for run in runs) / 60, sum(run.processor for run in runs)
    most, leader = (max(getattr(run.memory, kind) for run in runs) for kind in ("most", "leader"))
    print(
        f"\n{students} submissions, {answers} answers, {len(rows)} rows in {minutes:.1f} min: {students / minutes:.1f} submissions and "
        f"{answers / minutes:.0f} answers a minute, {processor / answers:.2f} s of processor each; at most {most:.0f} MB in all, "
        f"{leader:.0f} MB of them the controller's",
        flush=True,
    )


class CourseTest(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        kept = os.environ.get("ORQUESTA_COURSE_OUT")
        cls.work = kept or tempfile.mkdtemp(prefix="course ")
        if not kept:
            cls.addClassCleanup(shutil.rmtree, cls.work, ignore_errors=True)
        rows = Course(STUDENTS, 17).write(cls.work)
        cls.claims = by_row(rows)
        cls.killed = Grading(cls.work).kill_after(len(rows) // 2)
        cls.kept = cls.killed.lines_of("journal.jsonl")
        cls.grading = Grading(cls.work).finish()
        tell(rows, (cls.killed, cls.grading))
        cls.results = cls.grading.results()

    def test_every_row_is_there_and_nothing_of_ours_failed(self):
        self.assertEqual(self.grading.process.returncode, 0, "\n".join(self.grading.lines[-20:]))
        self.assertEqual(sorted(self.results), sorted(self.claims))

    def test_marks_and_states_are_those_that_the_authors_declared(self):
        for row, claim in self.claims.items():
            with self.subTest(row):
                found = self.results[row]
                self.assertEqual((found["score"], found["status"]), (claim["mark"], claim["status"]), claim["what"])

    def test_a_batch_that_was_killed_keeps_what_it_had_graded(self):
        self.assertGreater(len(self.kept), len(self.claims) // 3)
        self.assertEqual(self.grading.lines_of("journal.jsonl")[: len(self.kept) - 1], self.kept[:-1])

    def test_a_second_grading_that_nobody_disturbs_gives_the_same(self):
        folder = os.path.join(self.work, "otra-vez")
        rows = Course(STUDENTS, 17).write(folder, TWICE)
        second = Grading(folder).finish()
        tell(rows, (second,))
        found = second.results()
        self.assertEqual(sorted(found), sorted(by_row(rows)))
        for row, result in found.items():
            with self.subTest(row):
                self.assertEqual(without_time(result), without_time(self.results[row]))
        first = self.grading.gradebook()
        for row, line in second.gradebook().items():
            # Of a part of the class only: it has a column for no check that nobody of them was asked.
            self.assertEqual(line, {column: first[row][column] for column in line})

    def test_the_class_has_a_page_and_each_student_a_map(self):
        with open(os.path.join(self.grading.out, "class.html"), encoding="utf-8") as file:
            page = file.read()
        for exercise in {exercise for _, exercise in self.claims}:
            self.assertIn(f'<section id="{exercise}">', page)
        feedback = os.path.join(self.grading.out, "feedback")
        for student in os.listdir(feedback):
            self.assertIn("course.html", os.listdir(os.path.join(feedback, student)))
        self.assertLess(len(page), 8 << 20)


if __name__ == "__main__":
    unittest.main(verbosity=2)
