"""Build the notebooks of the lessons, and what Quiz and Prediction read, from notebooks/source.

    build.py            all lessons
    build.py L04 ...    these
    build.py --teacher  the teacher's edition, into notebooks/teacher: with notes, right answers and solutions; git ignores it
"""

import argparse
import sys
from pathlib import Path

from builder import coverage, notebook, problems, source, teacher
from builder.texts import say

HERE = Path(__file__).resolve().parent


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lessons", nargs="*", metavar="LESSON")
    parser.add_argument("--teacher", action="store_true", help="the teacher's edition")
    options = parser.parse_args(arguments)
    chosen, known = options.lessons, source.names()
    for name in chosen:
        if name not in known:
            parser.error(say("build.none", name, ", ".join(known)))
    if options.teacher and not source.read(known[0]).is_teachers:
        parser.error(say("build.no_teacher"))
    made = teacher.files if options.teacher else notebook.files
    failed = sum(not build(name, made) for name in chosen or known)
    if not failed and not options.teacher:
        for path, text in coverage.pages().items():
            write(path, text)
    return 1 if failed else 0


def build(name, made):
    """Whether a lesson could be built; a source that is wrong builds nothing."""
    lesson = source.read(name)
    wrong = problems.of_source(lesson)
    for problem in wrong:
        print(say("at", *lesson.place(problem.line), problem), file=sys.stderr)
    if wrong:
        return False
    for path, text in made(lesson).items():
        write(path, text)
        print(f"{len(text.encode()) / 1000:6.1f} kB  notebooks/{path}")
    return True


def write(path, text):
    (HERE / path).parent.mkdir(parents=True, exist_ok=True)
    (HERE / path).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
