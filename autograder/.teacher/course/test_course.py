"""A batch of a whole course, graded by the real command: marks as the manifest says, twice the same, once killed in the middle.

ORQUESTA_COURSE=10 is the number of students (default 200); ORQUESTA_COURSE_OUT=DIR keeps the batch and its reports there.
"""

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

from answers import ROOT  # noqa: E402
from make import Course  # noqa: E402

sys.path.insert(0, os.path.join(ROOT, "autograder", "bench"))
from memory import Memory  # noqa: E402

sys.path.insert(0, os.path.dirname(HERE))
from results import without_time  # noqa: E402

STUDENTS = int(os.environ.get("ORQUESTA_COURSE", "200"))


class Grading:
    """One run of ./kit grade --batch."""

    def __init__(self, folder, out):
        self.out = out
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
        self.memory.over.set()

    def results(self):
        with open(os.path.join(self.out, "results.json"), encoding="utf-8") as file:
            return {(each["subject"]["submission"], each["subject"]["exercise"]): each for each in json.load(file)}


class CourseTest(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        kept = os.environ.get("ORQUESTA_COURSE_OUT")
        cls.work = kept or tempfile.mkdtemp(prefix="course ")
        if not kept:
            cls.addClassCleanup(shutil.rmtree, cls.work, ignore_errors=True)
        rows = Course(STUDENTS, 17).write(cls.work)
        cls.claims = {(row["submission"], row["exercise"]): row for row in rows}
        cls.answers = sum(row["what"] not in ("nothing", "unreadable") for row in rows)
        cls.out = os.path.join(cls.work, "notas")
        cls.grading = Grading(cls.work, cls.out).finish()
        minutes, memory = cls.grading.seconds / 60, cls.grading.memory
        print(
            f"\n{STUDENTS} submissions, {cls.answers} answers, {len(rows)} rows in {minutes:.1f} min: {cls.answers / minutes:.0f} answers a "
            f"minute, {cls.grading.processor / cls.answers:.2f} s of processor each; at most {memory.most:.0f} MB in all, "
            f"{memory.leader:.0f} MB of them the controller's"
        )
        cls.results = cls.grading.results()

    def test_every_row_is_there_and_nothing_of_ours_failed(self):
        self.assertEqual(self.grading.process.returncode, 0, "\n".join(self.grading.lines[-20:]))
        self.assertEqual(sorted(self.results), sorted(self.claims))

    def test_marks_and_states_are_those_that_the_authors_declared(self):
        for row, claim in self.claims.items():
            with self.subTest(row):
                found = self.results[row]
                self.assertEqual((found["score"], found["status"]), (claim["mark"], claim["status"]), claim["what"])

    def test_a_batch_that_was_killed_goes_on_and_ends_as_the_whole_one_did(self):
        out = os.path.join(self.work, "otra-vez")
        Grading(self.work, out).kill_after(len(self.claims) // 2)
        with open(os.path.join(out, "journal.jsonl"), encoding="utf-8") as file:
            kept = file.read().splitlines()
        self.assertGreater(len(kept), len(self.claims) // 3)
        second = Grading(self.work, out).finish()
        with open(os.path.join(out, "journal.jsonl"), encoding="utf-8") as file:
            self.assertEqual(file.read().splitlines()[: len(kept) - 1], kept[:-1])
        found = second.results()
        for row, result in self.results.items():
            with self.subTest(row):
                self.assertEqual(without_time(found[row]), without_time(result))

    def test_the_class_has_a_page_and_each_student_a_map(self):
        with open(os.path.join(self.out, "class.html"), encoding="utf-8") as file:
            page = file.read()
        for exercise in {exercise for _, exercise in self.claims}:
            self.assertIn(f'<section id="{exercise}">', page)
        feedback = os.path.join(self.out, "feedback")
        for student in os.listdir(feedback):
            self.assertIn("course.html", os.listdir(os.path.join(feedback, student)))
        self.assertLess(len(page), 8 << 20)


if __name__ == "__main__":
    unittest.main(verbosity=2)
