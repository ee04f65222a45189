"""What a cell must show: the lines of an @expect part."""

import re

from builder import facts
from builder.texts import Problem

KINDS = ("text", "html", "stdout", "stderr", "error")
LINE = re.compile(rf"({'|'.join(KINDS)})(?:\.(en|es))?: *(\S.*)")


def of(lesson, cell, language):
    """[(kind, pattern)] of a cell or variant in one language."""
    found = (LINE.fullmatch(line.strip()) for line in cell.text("expect").splitlines())
    return [(each[1], facts.fill_pattern(lesson, each[3])) for each in found if each and each[2] in (None, language)]


def problems(lesson):
    for cell in [*lesson.cells, *lesson.variants]:
        for number, line in enumerate(cell.text("expect").splitlines(), cell.lines.get("expect", 0)):
            found = LINE.fullmatch(line.strip())
            if not found:
                if line.strip():
                    yield Problem(number, "expect.line", line.strip(), ", ".join(KINDS))
                continue
            try:
                re.compile(facts.fill_pattern(lesson, found[3]))
            except re.error as error:
                yield Problem(number, "expect.regex", found[3], error)
