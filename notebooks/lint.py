"""Say what is wrong with the lessons: their source, the notebooks as built, spelling in both languages.

    lint.py            all lessons
    lint.py L04 ...    these

Exit code 0: nothing; 1: something to mend, or spelling could not be checked.
"""

import argparse
import sys

from builder import budget, lint, problems, source, spelling
from builder.texts import say


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lessons", nargs="*", metavar="LESSON")
    chosen, known = parser.parse_args(arguments).lessons, source.names()
    for name in chosen:
        if name not in known:
            parser.error(say("build.none", name, ", ".join(known)))
    for name in chosen or known:
        print(say("lint.counted", name, *budget.told(source.read(name))))
        if name in budget.EXEMPT:
            print(say("lint.exempt", name, budget.EXEMPT[name]))
    silent = spelling.missing()
    wrong = [sentence for name in chosen or known for sentence in sentences(name, silent)]
    for sentence in wrong:
        print(sentence)
    if silent:
        print(say("lint.no_hunspell"))
    print(say("lint.sum", len(wrong)) if wrong else say("lint.well", len(chosen or known)))
    return 1 if wrong or silent else 0


def sentences(name, silent):
    lesson = source.read(name)
    found = problems.of_source(lesson)
    if not found:
        found = [*lint.of_lesson(lesson), *([] if silent else spelling.problems(lesson))]
    return [say("at", *lesson.place(problem.line), problem) for problem in found]


if __name__ == "__main__":
    sys.exit(main())
