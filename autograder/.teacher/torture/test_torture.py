"""A batch of hostile and honest answers to E12, graded by the real command; what it has to give stands in manifest.json.

ORQUESTA_TORTURE=NAME,NAME... runs only these, -NAME,-NAME... all but these, few one or two of each kind; ORQUESTA_TORTURE_TWICE=1 grades the whole batch a second time and compares.
"""

import csv
import json
import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]
sys.dont_write_bytecode = True

import traces  # noqa: E402
from pack import pack  # noqa: E402
from results import without_time  # noqa: E402
from sources import ROOT, manifest  # noqa: E402

TELLS = {"not_tried": "not_tried", "rejected": "rejected", "compile_error": "compile", "wrong_shape": "shape"}
QUICK = ("right_loop", "right_streams", "right_zip", "starter", "not_compiling", "trim_is_not_strip", "drops_equal_sales",
         "says_nothing", "zip_slip", "exits_when_empty", "money_as_double", "other_method")


FEW = """
right_loop right_streams right_helper_class right_crlf_bom right_zip right_zip_top_folder money_as_double keeps_totals_of_zero
drops_equal_sales sorts_by_category lower_case_by_default_locale keeps_sales_between_calls says_nothing hard_coded starter
empty_folder not_compiling half_compiling other_method trim_is_not_strip hangs_and_swallows_interrupts exits_when_empty
heap_bomb_when_empty thread_bomb_when_empty floods_stdout_when_empty ten_million_rows
starts_programs_that_outlive lies_about_equals size_changes prints_a_result writes_a_result
forges_replies reads_the_solution reads_its_neighbour calls_home annotation_processor shadows_the_engine zip_slip zip_bomb
zip_symlink
"""


def as_list(value):
    return value if isinstance(value, list) else [value]


def chosen():
    asked = os.environ.get("ORQUESTA_TORTURE", "")
    names = FEW.split() if asked == "few" else [name for name in asked.split(",") if name]
    wanted = {name for name in names if not name.startswith("-")}
    return [
        each
        for each in manifest()["submissions"]
        if (each["name"] in wanted or not wanted) and "-" + each["name"] not in names
    ]


def first(result):
    """The class of what a student is told first."""
    if result["status"] != "graded":
        return TELLS.get(result["status"], result["status"])
    failed = [check for check in result["checks"] if check["outcome"] == "failed"]
    return failed[0]["failure"]["difference"] if failed else "none"


def told(result):
    """The words of what a student is told first, in English."""
    failed = [check["failure"] for check in result["checks"] if check["outcome"] == "failed"][:1]
    texts = [*result["problems"], *(text for failure in failed for text in [failure["what"], *failure["details"]])]
    return "\n".join(text["en"] for text in texts)


class Grading:
    """One run of ./kit grade --batch: the process, its output, and the results by submission."""

    def __init__(self, batch, out, env):
        self.out = out
        command = [os.path.join(ROOT, "kit"), "grade", "E12", "--batch", batch, "--out", out]
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, encoding="utf-8", errors="replace", start_new_session=True,
        )
        self.lines = []

    def finish(self):
        said = self.process.communicate(timeout=1200)[0].splitlines()
        self.lines += [line for line in said if not line.startswith("Picked up JAVA_TOOL_OPTIONS")]
        self.seconds = time.monotonic() - self.began
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.processor = used.ru_utime + used.ru_stime
        return self

    def kill_after(self, count):
        """kill -9 for the controller and all that belongs to its session, as a lost terminal or a full machine would."""
        for line in self.process.stdout:
            self.lines.append(line)
            count -= " E12 " in line
            if not count:
                break
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()
        return self

    def results(self):
        if not os.path.exists(os.path.join(self.out, "results.json")):
            raise AssertionError("\n".join(["no results:", *self.lines]))
        with open(os.path.join(self.out, "results.json"), encoding="utf-8") as file:
            return {each["subject"]["submission"].removesuffix(".zip"): each for each in json.load(file)}


class TortureTest(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.mkdtemp(prefix="torture ")
        cls.addClassCleanup(shutil.rmtree, cls.work, ignore_errors=True)
        cls.batch, cls.out = os.path.join(cls.work, "entregas"), os.path.join(cls.work, "notas")
        cls.marker = f"{uuid.uuid4().int % 10**6 + 10**6}.25"
        cls.port = traces.Port()
        cls.addClassCleanup(cls.port.close)
        cls.values = {"CHECKOUT": ROOT, "BATCH": cls.batch, "OUT": cls.out, "MARKER": cls.marker, "PORT": str(cls.port.number),
                      "JAVAC": traces.javac()}
        cls.temporary = os.path.join(cls.work, "tmp")
        os.makedirs(cls.temporary)
        # A temporary folder of its own, so that what others put into the common one is not held against the batch.
        cls.env = {**os.environ, "ORQUESTA_LANG": "en", "TORTURE_SECRET": "nobody may read this",
                   "JAVA_TOOL_OPTIONS": f'"-Djava.io.tmpdir={cls.temporary}"'}
        cls.submissions = chosen()
        pack(cls.batch, cls.values, cls.submissions)
        # The command of a grader names the batch, that of its children what they start from; other tests run meanwhile.
        cls.ours = (cls.work, os.path.join(ROOT, ".kit", "autograder"), cls.marker)
        cls.before = traces.Traces(cls.batch, ROOT)
        cls.grading = Grading(cls.batch, cls.out, cls.env).finish()
        cls.after = traces.Traces(cls.batch, ROOT)
        cls.left = os.listdir(cls.temporary)
        told = f"{cls.grading.seconds:.0f} s, {cls.grading.processor:.0f} s of processor with the packing"
        print(f"\n{len(cls.submissions)} submissions in {told}; {cls.isolation()}")
        cls.results = cls.grading.results()
        cls.escapes = {name for each in cls.results.values() for name in each["by"]["escapes"]}

    @classmethod
    def isolation(cls):
        return next((line for line in cls.grading.lines if line.startswith("isolation")), "no isolation told")

    def expected(self):
        """Those whose mark holds at this isolation: what reaches for our files says so where they are open."""
        return [each for each in self.submissions if each.get("escape") not in self.escapes]

    def test_everything_is_graded_and_nothing_of_ours_fails(self):
        self.assertEqual(self.grading.process.returncode, 0, "\n".join(self.grading.lines[-20:]))
        self.assertRegex(self.isolation(), "^isolation: (namespaces|limits|process);")
        self.assertEqual(sorted(self.results), sorted(each["name"] for each in self.submissions))

    def test_marks_states_and_first_messages_are_those_of_the_manifest(self):
        for each in self.expected():
            with self.subTest(each["name"]):
                result = self.results[each["name"]]
                found = (result["score"], result["status"], first(result))
                fits = all(value in as_list(each[key]) for key, value in zip(("mark", "status", "first"), found))
                self.assertTrue(fits, f"{each} found {found}: {told(result)[:600]}")
                self.assertRegex(told(result), each.get("says", "^"))

    def test_the_marks_add_up_and_only_a_right_answer_has_all(self):
        for name, result in self.results.items():
            with self.subTest(name):
                self.assertEqual(result["score"], sum(check["points"] for check in result["checks"]))
                self.assertTrue(all(check["points"] in (0, check["max"]) for check in result["checks"]))
                self.assertEqual(result["points"], 20)

    def test_nobody_can_read_what_is_not_for_them_unless_the_result_says_so(self):
        for each in self.submissions:
            if each.get("escape") and each["escape"] not in self.escapes:
                self.assertNotIn("READ", json.dumps(self.results[each["name"]]), each["name"])
        if "network" not in self.escapes:
            self.assertFalse(self.port.visited.is_set())

    def test_the_looks_see_what_they_are_for(self):
        """A check that cannot fail is none: a process, a connection and a file of the kinds that are looked for."""
        sleeper = subprocess.Popen(["sleep", self.marker])
        self.addCleanup(sleeper.wait)
        self.addCleanup(sleeper.kill)
        grader = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()", *self.ours[:2]], stdin=subprocess.PIPE)
        self.addCleanup(grader.communicate)
        look = traces.Traces(self.batch, ROOT)
        self.assertEqual(look.processes(self.marker, besides=self.before), [f"sleep {self.marker} "])
        self.assertEqual(look.left(self.marker, besides=self.before), [f"sleep {self.marker} "])
        for word in self.ours[:2]:
            self.assertEqual(len(look.processes(word, besides=self.before)), 1)
        port = traces.Port()
        self.addCleanup(port.close)
        socket.create_connection(("127.0.0.1", port.number)).close()
        self.assertTrue(port.visited.wait(10))
        folder = os.path.join(self.work, "mira")
        os.makedirs(folder)
        with open(os.path.join(folder, "torture-was-here"), "w", encoding="utf-8") as file:
            file.write("x")
        self.assertEqual(len(traces.named("torture-was-here", [folder])), 1)
        self.assertNotEqual(traces.tree(self.work), {})
        shutil.rmtree(folder)

    def test_nothing_is_left_running(self):
        self.assertEqual(self.after.left(*self.ours, besides=self.before), [])

    def test_nothing_is_written_outside_the_reports(self):
        self.addCleanup(traces.remove, "torture-was-here", [ROOT, tempfile.gettempdir()])
        if "files" in self.escapes:
            self.skipTest(f"files are open to answers here: {self.isolation()}")
        self.assertEqual(self.after.batch, self.before.batch)
        self.assertEqual(sorted(self.after.checkout ^ self.before.checkout), [])
        self.assertEqual(traces.named("torture-was-here", [self.work, ROOT, tempfile.gettempdir()]), [])
        self.assertEqual(self.left, [])
        reports = [".feedback", "class.html", "feedback", "gradebook.csv", "journal.jsonl", "report.html", "results.json"]
        self.assertEqual(sorted(os.listdir(self.out)), reports)

    def test_reports_hold_nothing_that_a_browser_or_a_spreadsheet_would_run(self):
        with open(os.path.join(self.out, "report.html"), encoding="utf-8") as file:
            page = file.read()
        self.assertNotRegex(page, r"<script>alert|<img src=x")
        self.assertLess(len(page), 4 << 20)
        with open(os.path.join(self.out, "gradebook.csv"), encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        self.assertGreater(len(cells), 3 * len(self.submissions))
        self.assertEqual([cell for cell in cells if re.match(r"[=+\-@\t\r]", cell)], [])

    def test_a_killed_batch_goes_on_and_ends_as_the_whole_one_did(self):
        calm = [each for each in self.submissions if each["name"] in QUICK]
        batch, out = os.path.join(self.work, "tranquilas"), os.path.join(self.work, "notas-tranquilas")
        pack(batch, self.values, calm)
        Grading(batch, out, self.env).kill_after(max(1, len(calm) // 2))
        with open(os.path.join(out, "journal.jsonl"), encoding="utf-8") as file:
            kept = [line for line in file.read().splitlines() if line]
        self.assertGreater(len(kept), 0)
        again = Grading(batch, out, self.env).finish()
        with open(os.path.join(out, "journal.jsonl"), encoding="utf-8") as file:
            self.assertEqual([line for line in file.read().splitlines() if line][: len(kept)], kept)
        # Beside hostile neighbours and alone, at once and in two runs: the same.
        found = {name: without_time(result) for name, result in again.results().items()}
        self.assertEqual(found, {name: without_time(self.results[name]) for name in found})
        self.assertEqual(sorted(found), sorted(each["name"] for each in calm))
        self.assertEqual(traces.Traces(batch, ROOT).left(*self.ours, besides=self.before), [])

    if os.environ.get("ORQUESTA_TORTURE_TWICE"):

        def test_two_runs_give_the_same(self):
            second = Grading(self.batch, os.path.join(self.work, "otra-vez"), self.env).finish().results()
            varies = {each["name"] for each in self.submissions if each.get("varies")}
            for name, result in self.results.items():
                with self.subTest(name):
                    if name in varies:
                        self.assertEqual((result["score"], first(result)), (second[name]["score"], first(second[name])))
                    else:
                        self.assertEqual(without_time(result), without_time(second[name]))


if __name__ == "__main__":
    unittest.main(verbosity=2)
