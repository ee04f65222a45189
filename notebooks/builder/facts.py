"""Numbers that texts quote: written once, shown as each language writes them, asserted by a cell."""

import difflib
import re

from builder import budget
from builder.texts import Problem

VALUE = re.compile(r"-?\d+(\.\d+)?")
QUOTE = re.compile(r"\{=([^}\s]*)\}")


def shown(value, language):
    """2986.02 as 2,986.02 or, as in Chile, 2.986,02."""
    whole, _, decimals = value.lstrip("-").partition(".")
    text = f"{int(whole):,}" + (f".{decimals}" if decimals else "")
    if language == "es":
        text = text.translate(str.maketrans(",.", ".,"))
    return ("-" if value.startswith("-") else "") + text


def pattern(value):
    """What finds the number, however it is written, and no longer number that contains it."""
    ways = {value, shown(value, "en"), shown(value, "es")}
    tail = "0*" if "." in value else "(?:[.,]0{1,2})?"
    return r"(?<![\d.,])(?:" + "|".join(sorted(map(re.escape, ways))) + ")" + tail + r"(?!\d|[.,]\d)"


def fill(lesson, text, language):
    """A text with its facts as the language writes them."""
    return replace(lesson, text, lambda value: shown(value, language))


def fill_plain(lesson, text):
    return replace(lesson, text, str)


def fill_pattern(lesson, regex):
    return replace(lesson, regex, pattern)


def replace(lesson, text, how):
    known = {name: cell.words[0] for name, cell in lesson.facts.items() if cell.words and VALUE.fullmatch(cell.words[0])}
    if any(f"{{={name}}}" in text for name in budget.GIVEN):
        known |= budget.given(lesson)
    return QUOTE.sub(lambda found: how(known[found[1]]) if found[1] in known else found[0], text)


def problems(lesson):
    for cell in lesson.facts.values():
        if cell.words and not VALUE.fullmatch(cell.words[0]):
            yield Problem(cell.line, "fact.value", cell.id, cell.words[0])
    quoted, asserted = {}, set()
    for cell in [*lesson.cells, *lesson.variants]:
        for part, text in cell.parts.items():
            for found in QUOTE.finditer(text):
                line = cell.lines[part] + text.count("\n", 0, found.start())
                asserted.add(found[1]) if part == "expect" else quoted.setdefault(found[1], line)
                if found[1] not in (*lesson.facts, *budget.GIVEN):
                    nearest = (difflib.get_close_matches(found[1], lesson.facts, 1, 0) or ["-"])[0]
                    yield Problem(line, "fact.unknown", found[1], nearest)
    for name, line in quoted.items():
        if name in lesson.facts and name not in asserted:
            yield Problem(line, "fact.loose", name)
    for name in lesson.facts.keys() - quoted.keys() - asserted:
        yield Problem(lesson.facts[name].line, "fact.idle", name)
