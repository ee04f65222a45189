"""Whether a run by the real kernel finds what is wrong: python -m unittest builder.kernel_test (from notebooks/).

A sample with one fault of each kind in it; the runs have to tell these, and nothing else. And whether a lesson is alone with
its kernel, also where another was before.
"""

import os
import re
import unittest
from unittest import mock

from jupyter_client import AsyncKernelManager
from nbclient.util import run_sync

from builder import problems, runs, source
from builder.desk import Rooms
from builder.sample.text import SAMPLE, TEXT

FAULTS = [
    # A cell that shows something else, one that fails, one that should fail, one that writes to stderr.
    ("total.add(java.math.BigDecimal.ONE)\n", "total.add(java.math.BigDecimal.TEN)\n"),
    ("%% quiz exit-code\n", '%% code dies\nthrow new IllegalStateException("died");\n\n%% quiz exit-code\n'),
    ('Integer.parseInt("1.990")\n', 'Integer.parseInt("1990")\n'),
    ("%% quiz poll\n", '%% code noise\nSystem.err.println("noise");\n\n%% quiz poll\n'),
    # A starter that shows something else, a mistake that is none, a solution that is no solution and one that fails.
    ("Quiz.ask(\"L90.twice\", twice)\n\n%% solution", "Quiz.ask(\"L90.twice\", twice)\n@expect\ntext: well begun\n\n%% solution"),
    ("var twice = total;\n", "var twice = total.add(total);\n"),
    ("total.multiply(new java.math.BigDecimal(2))", "total.multiply(new java.math.BigDecimal(3))"),
    ("%% misconception", '%% solution redo\nIntegre.parseInt("1")\n@expect\ntext: 1\n\n%% misconception'),
]


# What a lesson may leave behind, each with a cell that shows whether it is there.
LEAVES = """
%% code leaves
import java.util.concurrent.atomic.LongAdder;
int left = 1;
class Left {}
System.setProperty("left", "left");
Files.writeString(Path.of("left.txt"), "left");
Files.createDirectories(Path.of("../../exercises/E01/answer"));
Stream.of("left.txt", "../../.orquesta/progress.jsonl").map(Path::of).map(Files::exists).toList()
@expect
text: true, false
"""
FINDS = """
%% code variable raises=yes
left
@expect
error: variable left

%% code import raises=yes
new LongAdder()
@expect
error: class LongAdder

%% code class raises=yes
new Left()
@expect
error: class Left

%% code left
System.getProperty("left") + Stream.of("left.txt", "../../.orquesta/progress.jsonl", "../../exercises/E01/answer").map(Path::of).map(Files::exists).toList()
@expect
text: null\\[false, false, false\\]
"""
# No word of a cell that would end the kernel is heard, but this is none of its words.
DIES = """
%% code dies
Runtime.class.getMethod("halt", int.class).invoke(Runtime.getRuntime(), 3)
"""


def sample(cells):
    """The sample's title, these cells, and a question that a walk answers at its end."""
    title, quiz = (re.search(rf"%% {head}\n.*?(?=%%)", TEXT, re.DOTALL)[0] for head in ("text title", "quiz exit-code"))
    return source.Lesson("L90", f"{title}{cells}\n{quiz}")


def faulty():
    text = TEXT
    for old, new in FAULTS:
        assert old in text, old
        text = text.replace(old, new, 1)
    lesson = source.Lesson("L90", text)
    assert not problems.of_source(lesson, SAMPLE)
    return lesson


class Runs(unittest.TestCase):
    """Four lessons at one seat: since the third ends its kernel, the last has another."""

    @classmethod
    def setUpClass(cls):
        cls.kernels = []

        def manager(**options):
            cls.kernels.append(AsyncKernelManager(**options))
            return cls.kernels[-1]

        english = mock.patch.dict(os.environ, {"ORQUESTA_LANG": "en"})
        lessons = [*map(sample, (LEAVES, FINDS, DIES)), faulty()]
        with english, mock.patch.object(runs, "AsyncKernelManager", manager), Rooms() as rooms:
            with runs.Runs(SAMPLE, rooms).seat("en") as seat:
                cls.told = [seat.run(lesson, "walk") for lesson in lessons]

    def test_kernels_are_ended(self):
        alive = [run_sync(kernel.is_alive)() for kernel in self.kernels]
        self.assertEqual([False, False], alive, "a kernel stays, with 250 MB, or a lesson had one more")

    def test_a_lesson_finds_nothing_of_the_one_before_at_the_same_kernel(self):
        self.assertEqual([[], []], self.told[:2])

    def test_a_lesson_that_ends_its_kernel_fails_alone(self):
        *skipped, silent = self.told[2]
        self.assertTrue(all("was not run" in each for each in skipped), skipped)
        self.assertIn("the kernel did not answer", silent)

    def test_every_fault_is_told_and_nothing_else(self):
        told = self.told[3]
        wanted = [
            'cell "redo" shows as text: 2996.02',
            'cell "broken" is tagged raises-exception but ran to its end',
            'cell "broken" shows as error: -',
            'cell "dies" failed: ',
            'cell "noise" wrote to stderr: noise',
            'cell "redo--solution" failed: ',
            'cell "redo--solution" shows as text: ',
            'cell "twice-work" shows as text: ',
            # The mistake says what the right answer hears, instead of its own words: reason, name, what it expects itself.
            *['cell "twice-work--once_is_twice" shows as text: '] * 3,
            'cell "twice-work--once_is_twice" also says what belongs to another answer',
            *['cell "twice-work--solution" shows as text: '] * 2,
        ]
        self.assertEqual(len(wanted), len(told), told)
        for begin in wanted:
            self.assertTrue([each for each in told if each.startswith(begin)], (begin, told))


if __name__ == "__main__":
    unittest.main()
