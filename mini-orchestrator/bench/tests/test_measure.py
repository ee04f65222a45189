"""What a command costs, on commands whose cost is known."""

import json
import os
import pathlib
import subprocess
import sys
import time
import unittest
from unittest import mock

from scripts import BENCH, temporary

import measure
from texts import Refused

SLEEPING_CHILD = """
import subprocess, sys, time
held = bytearray({own} << 20)
child = subprocess.Popen([sys.executable, "-c", "held = bytearray({child} << 20); import time; time.sleep(0.6)"])
time.sleep(0.5)
child.wait()
"""
BUSY = "import time\nend = time.process_time() + 0.3\nwhile time.process_time() < end: pass"


def run(*command: str, timeout: float = 60) -> dict:
    return measure.run(list(command), pathlib.Path(os.devnull), timeout)


class MeasureTest(unittest.TestCase):
    def test_memory_is_that_of_the_whole_tree(self):
        cost = run(sys.executable, "-c", SLEEPING_CHILD.format(own=150, child=100))
        self.assertGreater(cost["peak_mb"], 250)
        self.assertLess(cost["peak_mb"], 330)
        self.assertLess(cost["largest_mb"], 200)
        self.assertEqual(cost["processes"], 2)

    def test_cpu_of_grandchildren_counts_and_waiting_does_not(self):
        cost = run("sh", "-c", f"{sys.executable} -c '{BUSY}'; sleep 0.4")
        self.assertGreaterEqual(cost["cpu_s"], 0.3)
        self.assertLess(cost["cpu_s"], 0.6)
        self.assertGreaterEqual(cost["wall_s"], 0.7)

    def test_what_a_command_leaves_running_is_counted_and_ended(self):
        marker = temporary() / "marker"
        cost = run("sh", "-c", f"(sleep 2; touch {marker}) > /dev/null 2>&1 & exit 3")
        self.assertEqual(cost["code"], 3)
        self.assertGreaterEqual(cost["left"], 1)
        self.assertLess(cost["wall_s"], 1.5)
        time.sleep(2.2)
        self.assertFalse(marker.exists())
        self.assertEqual(measure.descendants(os.getpid()), [])

    def test_a_command_that_takes_too_long_is_ended(self):
        cost = run("sh", "-c", "sleep 30", timeout=0.3)
        self.assertEqual(cost["code"], -9)
        self.assertLess(cost["wall_s"], 5)

    def test_output_goes_to_the_log_after_what_is_there(self):
        log = temporary() / "log"
        log.write_text("before\n")
        measure.run(["sh", "-c", "echo out; echo err >&2"], log, 10)
        self.assertEqual(log.read_text(), "before\nout\nerr\n")

    def test_a_program_that_is_not_there_is_named(self):
        with (
            mock.patch.dict(os.environ, ORQUESTA_LANG="en"),
            self.assertRaisesRegex(Refused, "'no-such' was not found"),
        ):
            run("no-such")

    def test_elsewhere_than_linux_it_says_so(self):
        with mock.patch.object(sys, "platform", "darwin"), self.assertRaisesRegex(Refused, "Linux.*darwin"):
            run("true")

    def test_the_command_line_prints_one_object(self):
        command = [sys.executable, str(BENCH / "measure.py"), "--", sys.executable, "-c", "raise SystemExit(4)"]
        self.assertEqual(json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["code"], 4)


if __name__ == "__main__":
    unittest.main()
