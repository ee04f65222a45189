"""Whether a run by the real kernel finds what is wrong: python -m unittest builder.kernel_test (from notebooks/).

A sample with one fault of each kind in it; the runs have to tell these, and nothing else.
"""

import os
import unittest
from pathlib import Path
from unittest import mock

from jupyter_client import AsyncKernelManager

from builder import problems, runs, source
from builder.desk import Rooms

SAMPLE = Path(__file__).resolve().parent / "sample"
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


def faulty():
    text = (SAMPLE / "L90.md").read_text(encoding="utf-8")
    for old, new in FAULTS:
        assert old in text, old
        text = text.replace(old, new, 1)
    lesson = source.Lesson("L90", text)
    assert not problems.of_source(lesson, SAMPLE)
    return lesson


class Runs(unittest.TestCase):
    def test_every_fault_is_told_and_nothing_else(self):
        kernels = []

        def manager(**options):
            kernels.append(AsyncKernelManager(**options))
            return kernels[-1]

        english = mock.patch.dict(os.environ, {"ORQUESTA_LANG": "en"})
        with english, mock.patch.object(runs, "AsyncKernelManager", manager), Rooms() as rooms:
            told = runs.Runs(SAMPLE, rooms).run(faulty(), "en", "walk")
        self.assertEqual([kernel.has_kernel for kernel in kernels], [False], "a kernel stays, with 250 MB")
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
