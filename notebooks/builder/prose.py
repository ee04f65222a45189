"""The lines of a lesson that a reader reads as text, each with its line in the source; code blocks are left out."""

import re
from dataclasses import dataclass

WITH_PROSE = ("text", "figure", "quiz", "predict", "python")
FENCE = re.compile(r"\s*(```|~~~)")
CODE = re.compile(r"(`+)(.*?)\1")
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()\s]*(?:\([^()]*\))?[^()\s]*)(?:\s+\"[^\"]*\")?\)")
HEADING = re.compile(r"(#{1,6}) +(.*?) *#*")


@dataclass(frozen=True)
class Line:
    number: int
    text: str
    cell: object

    def heading(self):
        """(level, words), or None."""
        found = HEADING.fullmatch(self.text)
        return (len(found[1]), found[2]) if found else None

    def links(self):
        """[(whether it is a picture, text, target)]"""
        return [(found[1] == "!", found[2], found[3]) for found in LINK.finditer(CODE.sub("", self.text))]

    def is_row(self):
        return self.text.lstrip().startswith("|")


def lines(lesson, language):
    yield from lines_of(lesson.of_kind(*WITH_PROSE), language)


def lines_of(cells, language):
    for cell in cells:
        fenced = False
        for number, text in enumerate(cell.text(language).splitlines(), cell.lines.get(language, cell.line)):
            if FENCE.match(text):
                fenced = not fenced
            elif not fenced:
                yield Line(number, text, cell)
