"""Run lessons by a real kernel: as the student gets them, with the solutions, with each mistake; and the slide's Python.

A lesson is walked through once, since the start of a kernel costs more than the cells of most lessons: each cell as the
student gets it, with each mistake, with its solution. The code of both languages is the same byte for byte, so that only words
can differ: every other lesson is walked through in Spanish. What the cells show behind one that is not answered, one lesson
shows as it is given. The walks of one language share a JVM, one after the other, each with a desk and a kernel that are new:
see builder/runs.py. With --all each kind has a run of its own, in each language, and each run a JVM.

    run_lessons.py                    all lessons
    run_lessons.py --all              all lessons, three times in both languages
    run_lessons.py L04 --kind student --language es      (another kind: solution, misconception, walk)
    run_lessons.py --slides PYTHON    the slide's Python alone, by this Python
"""

import argparse
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import run_notebooks
from builder import problems, runs, slides, source, trials
from builder.desk import Rooms
from builder.texts import say


# Run as it is given, too, in the other language: each cause that it finds is added to those before it.
UNANSWERED = "L04"
# One verdict at a time.
TELLING = threading.Lock()


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lessons", nargs="*", metavar="LESSON")
    parser.add_argument("--kind", action="append", choices=(*trials.KINDS, trials.WALK), help="one of the runs (a walk)")
    parser.add_argument("--language", action="append", choices=source.LANGUAGES, help="one of the languages (both)")
    parser.add_argument("--all", action="store_true", help="each language three times")
    parser.add_argument("--slides", metavar="PYTHON", help="run the slide's Python by this Python, and nothing else")
    parser.add_argument("--kernel", default="java", help="the name of the kernel (java)")
    parser.add_argument("--folder", type=Path, default=source.FOLDER, help="where the sources are")
    options = parser.parse_args(arguments)
    names = options.lessons or source.names(options.folder)
    works = [work for name in names for work in works_of(name, options)]
    with Rooms() as rooms, ThreadPoolExecutor(run_notebooks.LANES) as lanes:
        all_runs = runs.Runs(options.folder, rooms, options.kernel)
        failed = sum(lanes.map(lambda group: done(group, all_runs), groups(works, options)))
    print(say("trial.closing", len(works) - failed, failed))
    return 1 if failed or not works else 0


def works_of(name, options):
    """[(label, language, what to run at a seat)]"""
    lesson = source.read(name, options.folder)
    wrong = problems.of_source(lesson, options.folder)
    if wrong:
        told = [say("at", *lesson.place(problem.line), problem) for problem in wrong]
        return [(name, source.LANGUAGES[0], lambda seat: told)]
    if options.slides:
        return [(f"{name} slides", source.LANGUAGES[0], lambda seat: slides.run(lesson, options.slides))]
    return [
        (f"{name} {spoken} {kind}", spoken, lambda seat, k=kind: seat.run(lesson, k))
        for kind, spoken in kinds(name, options)
    ]


def groups(works, options):
    """Which works share a seat, one after the other: walks of one language, since the start of a kernel costs more than the
    cells of most lessons."""
    if not is_usual(options):
        return [[work] for work in works]
    found = ([work for work in works if work[1] == language] for language in source.LANGUAGES)
    return [group for group in found if group]


def is_usual(options):
    return not (options.all or options.kind or options.language or options.slides)


def kinds(name, options):
    """[(kind, language)], the longest first, so that no lane ends long after the other."""
    if is_usual(options):
        walked = source.LANGUAGES[int(name[1:]) % 2]
        other = next(language for language in source.LANGUAGES if language != walked)
        return [(trials.WALK, walked), *([("student", other)] if name == UNANSWERED else [])]
    chosen = [kind for kind in reversed((*trials.KINDS, trials.WALK)) if kind in (options.kind or trials.KINDS)]
    return [(kind, language) for kind in chosen for language in options.language or source.LANGUAGES]


def done(group, all_runs):
    """Does the works of a group; how many failed."""
    failed = 0
    with all_runs.seat(group[0][1]) as seat:
        for label, _, action in group:
            start = time.monotonic()
            wrong = action(seat)
            with TELLING:
                failed += run_notebooks.told(label, wrong, time.monotonic() - start)
    return failed


if __name__ == "__main__":
    sys.exit(main())
