"""What a lesson asks of a student: words, actions, code to write, minutes, screens between two actions. See FORMAT.md."""

import json
import math
import re
from dataclasses import dataclass
from pathlib import Path

from builder import prose
from builder.source import LANGUAGES
from builder.texts import Problem

EXERCISES = Path(__file__).resolve().parent.parent.parent / "exercises"
WORDS, ACTIONS, WRITTEN, CHANGED, SHORTEST, LONGEST = 1800, 8, 4, 1, 20, 40
FIRST_WRITTEN, WORDS_A_MINUTE = 3, 180
FEWEST_QUESTIONS, MOST_QUESTIONS = 2, 4
SCREENS, LINES, COLUMNS = 2, 30, 110
OUTPUT, FIGURE = 5, 16
# What a student needs for an action that does not say its minutes.
USUAL = {"predict": 0.5, "quiz": 1, "change": 1, "write": 3}
# To run a cell that is none, and to look at what it shows: two readers of all lessons needed so much more than was counted.
TO_RUN = 0.4
# What texts may quote without a fact of that name.
GIVEN = ("minutes", "home_minutes")
# Lessons that may be over the limits for now, each with its reason.
EXEMPT: dict[str, str] = {}
HIDDEN = re.compile(r"<details>.*?</details>|^(```|~~~).*?^\1|<[^>]*>", re.DOTALL | re.MULTILINE)
WORD = re.compile(r"\S*\w\S*")
CHECKED = re.compile(r'Grader\.check\("(E\d+)"')


@dataclass(frozen=True)
class Action:
    """Something that a student does: a kind of USUAL, and the minutes that it takes; at home, if it waits until after class."""

    cell: object
    kind: str
    minutes: float
    at_home: bool


def actions(lesson):
    """All of them, in the order of the lesson."""
    found = ((cell, kind_of(cell)) for cell in lesson.cells)
    return [Action(cell, kind, minutes_of(cell, kind), "home" in cell.options) for cell, kind in found if kind]


def kind_of(cell):
    """A question that has a code cell of the lesson's own is answered there, and counts there."""
    if cell.kind == "predict" or cell.kind == "quiz" and cell.options.get("cell") != "no":
        return cell.kind
    return next((kind for kind in ("write", "change") if kind in cell.options), None)


def minutes_of(cell, kind):
    if "minutes" in cell.options:
        return float(cell.options["minutes"])
    checked = CHECKED.search(cell.text("code"))
    exercise = EXERCISES / checked[1] / "exercise.json" if checked else None
    if exercise and exercise.exists():
        return json.loads(exercise.read_text(encoding="utf-8"))["minutes"]
    return USUAL[kind]


def visible(cell, language):
    """What a reader of a cell sees before any answer, as Markdown."""
    text = cell.text(language)
    if cell.kind == "quiz":
        shown = (line for line in text.splitlines() if not line.startswith(("  ", "> ")))
        text = "\n".join(line.replace("[ ] ", "").replace("[x] ", "") for line in shown if not line[5:].startswith(" = "))
    elif cell.kind == "figure":
        text = text.partition("\n\n")[2]
    return HIDDEN.sub(" ", text) if cell.kind in prose.WITH_PROSE and cell.kind != "python" else ""


def words_in(cell, language):
    return len(WORD.findall(re.sub(r"\]\([^)]*\)", "] ", visible(cell, language))))


def words(lesson, language):
    return sum(words_in(cell, language) for cell in lesson.cells)


def minutes(lesson):
    """Of the lesson itself: its words in the longer language, its cells and actions; not what waits until after class."""
    read = max(words(lesson, language) for language in LANGUAGES) / WORDS_A_MINUTE
    return round(read + to_run(lesson.cells) + sum(action.minutes for action in actions(lesson) if not action.at_home))


def to_run(cells):
    """Minutes for those that are only run."""
    return TO_RUN * sum(cell.kind == "code" and not kind_of(cell) for cell in cells)


def given(lesson):
    """{name: number} that texts may quote."""
    home = sum(action.minutes for action in actions(lesson) if action.at_home)
    return {"minutes": str(minutes(lesson)), "home_minutes": str(round(home))}


def until(lesson, wanted):
    """Minutes from the begin to the action."""
    before = lesson.cells[: lesson.cells.index(wanted.cell)]
    read = max(sum(words_in(cell, language) for cell in before) for language in LANGUAGES) / WORDS_A_MINUTE
    return read + to_run(before) + sum(action.minutes for action in actions(lesson) if action.cell in before)


def height(cell):
    """Lines of a screen that a cell takes, with what it shows when it is run."""
    if cell.kind == "code":
        return len(cell.text("code").splitlines()) + OUTPUT
    text = max((visible(cell, language) for language in LANGUAGES), key=len)
    blocks = [block.splitlines() for block in text.split("\n\n") if block.strip()]
    return sum(map(lines_of, blocks)) + (FIGURE if cell.kind == "figure" else 1)


def lines_of(block):
    """Of one block of Markdown: a table, a list, or a paragraph that is broken anew."""
    if block[0].lstrip().startswith("|"):
        return 1.5 * (len(block) - 1) + 1
    items = re.split(r"\n(?=[-*] |\d+\. )", "\n".join(block))
    return sum(math.ceil(len(item) / COLUMNS) for item in items) + 0.5


def gaps(lesson):
    """[(action, next one, screens between them)]"""
    done = actions(lesson)
    for first, second in zip(done, done[1:]):
        between = lesson.cells[lesson.cells.index(first.cell) + 1 : lesson.cells.index(second.cell)]
        yield first, second, sum(map(height, between)) / LINES


def problems(lesson):
    """Where a lesson is over a limit."""
    if lesson.name in EXEMPT or not lesson.cells:
        return
    line, in_class = lesson.cells[0].line, [action for action in actions(lesson) if not action.at_home]
    written = [action for action in in_class if action.kind == "write"]
    for language in LANGUAGES:
        if words(lesson, language) > WORDS:
            yield Problem(line, "lint.words", f"@{language}", words(lesson, language), WORDS)
        if "{=minutes}" not in lesson.cells[0].text(language):
            yield Problem(line, "lint.front", f"@{language}", minutes(lesson))
    if len(in_class) < ACTIONS:
        yield Problem(line, "lint.actions", len(in_class), ACTIONS)
    if len(written) < WRITTEN:
        yield Problem(line, "lint.written", len(written), WRITTEN)
    if sum(action.kind == "change" for action in in_class) < CHANGED:
        yield Problem(line, "lint.changed", CHANGED)
    questions = sum(action.kind == "quiz" for action in in_class)
    if not FEWEST_QUESTIONS <= questions <= MOST_QUESTIONS:
        yield Problem(line, "lint.questions", questions, FEWEST_QUESTIONS, MOST_QUESTIONS)
    if not SHORTEST <= minutes(lesson) <= LONGEST:
        yield Problem(line, "lint.minutes", minutes(lesson), SHORTEST, LONGEST)
    if written and until(lesson, written[0]) > FIRST_WRITTEN:
        yield Problem(written[0].cell.line, "lint.late", written[0].cell.id, f"{until(lesson, written[0]):.1f}", FIRST_WRITTEN)
    for first, second, screens in gaps(lesson):
        if screens > SCREENS:
            yield Problem(second.cell.line, "lint.screens", first.cell.id, second.cell.id, f"{screens:.1f}", SCREENS)


def told(lesson):
    """What was counted, as the sentences of the lint say it: (words by language, actions, written, minutes, at home)."""
    in_class = [action for action in actions(lesson) if not action.at_home]
    written = sum(action.kind == "write" for action in in_class)
    counted = " / ".join(str(words(lesson, language)) for language in LANGUAGES)
    return counted, len(in_class), written, *given(lesson).values()
