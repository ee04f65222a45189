"""Run lessons by a real kernel: as the student gets them, with the solutions, with each mistake; and the slide's Python.

A lesson is walked through once, since the start of a kernel costs more than the cells of most lessons: each cell as the
student gets it, with each mistake, with its solution. The code of both languages is the same byte for byte, so that only words
can differ: every other lesson is walked through in Spanish. What the cells show behind one that is not answered, one lesson
shows as it is given. With --all each kind has a run of its own, in each language.

    run_lessons.py                    all lessons
    run_lessons.py --all              all lessons, three times in both languages
    run_lessons.py L04 --kind student --language es      (another kind: solution, misconception, walk)
    run_lessons.py --slides PYTHON    the slide's Python alone, by this Python
"""

import argparse
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import run_notebooks
from builder import problems, runs, slides, source, trials
from builder.desk import Rooms
from builder.texts import say


# Run as it is given, too, in the other language: each cause that it finds is added to those before it.
UNANSWERED = "L04"


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
    with Rooms() as rooms, ThreadPoolExecutor(run_notebooks.LANES) as lanes:
        all_runs = runs.Runs(options.folder, rooms, options.kernel)
        works = [work for name in names for work in works_of(name, all_runs, options)]
        failed = sum(run_notebooks.told(*result) for result in lanes.map(timed, works))
    print(say("trial.closing", len(works) - failed, failed))
    return 1 if failed or not works else 0


def works_of(name, all_runs, options):
    """[(label, what to run)]"""
    lesson = source.read(name, options.folder)
    wrong = problems.of_source(lesson, options.folder)
    if wrong:
        return [(name, lambda: [say("at", *lesson.place(problem.line), problem) for problem in wrong])]
    if options.slides:
        return [(f"{name} slides", lambda: slides.run(lesson, options.slides))]
    return [
        (f"{name} {spoken} {kind}", lambda k=kind, s=spoken: all_runs.run(lesson, s, k))
        for kind, spoken in kinds(name, options)
    ]


def kinds(name, options):
    """[(kind, language)], the longest first, so that no lane ends long after the other."""
    if not (options.all or options.kind or options.language):
        walked = source.LANGUAGES[int(name[1:]) % 2]
        other = next(language for language in source.LANGUAGES if language != walked)
        return [(trials.WALK, walked), *([("student", other)] if name == UNANSWERED else [])]
    chosen = [kind for kind in reversed((*trials.KINDS, trials.WALK)) if kind in (options.kind or trials.KINDS)]
    return [(kind, language) for kind in chosen for language in options.language or source.LANGUAGES]


def timed(work):
    label, action = work
    start = time.monotonic()
    return label, action(), time.monotonic() - start


if __name__ == "__main__":
    sys.exit(main())
