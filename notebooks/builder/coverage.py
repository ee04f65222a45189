"""The page that says for each row of the course which cells and exercises carry it, or which later lesson will."""

import re
from dataclasses import dataclass

from builder import budget, source
from builder.source import FOLDER, LANGUAGES
from builder.texts import Problem

ROW = re.compile(r"([AB]\d+)((?: L\d\d\+?)+)")
LINE = re.compile(r"(en|es): ([^|]+) \| (.+)")
EXERCISE = re.compile(r"\bE\d\d\b")
TEXTS = {
    "en": {
        "title": "# What each lesson carries\n\nBuilt by `notebooks/build.py` from the tags of the lessons (`covers=A5`) and `source/syllabus.txt`; never edited.",
        "sum": "**{0} of {1} rows** are carried by a lesson; the others wait for theirs.",
        "head": "| row | what | carried by | exercises |",
        "later": "later: {0}",
    },
    "es": {
        "title": "# Qué lleva cada lección\n\nLa hace `notebooks/build.py` con las marcas de las lecciones (`covers=A5`) y `source/syllabus.txt`; nadie la edita.",
        "sum": "**{0} de {1} filas** ya están en una lección; las demás esperan la suya.",
        "head": "| fila | qué | la llevan | ejercicios |",
        "later": "después: {0}",
    },
}


@dataclass(frozen=True)
class Row:
    """A row of the course: the lessons where it belongs, those that show its slide's Python, its name and content by language."""

    name: str
    lessons: tuple
    with_python: tuple
    texts: dict


def rows(folder=FOLDER):
    found, head = [], None
    for line in (folder / "syllabus.txt").read_text(encoding="utf-8").splitlines():
        begins, says = ROW.fullmatch(line), LINE.fullmatch(line)
        if begins:
            where = begins[2].split()
            head = Row(begins[1], tuple(name.rstrip("+") for name in where), tuple(name[:-1] for name in where if "+" in name), {})
            found.append(head)
        elif says:
            head.texts[says[1]] = (says[2], says[3])
        elif line.strip() and not line.startswith("#"):
            raise ValueError(line)
    return found


def tags(lesson):
    """{row: its cells in a lesson}"""
    carried = {}
    for cell in lesson.cells:
        for row in cell.options.get("covers", "").split(","):
            if row:
                carried.setdefault(row, []).append(cell)
    return carried


def pages(folder=FOLDER):
    """{path from notebooks/: text}"""
    lessons = [source.read(name, folder) for name in source.names(folder)]
    return {f"COVERAGE.{language}.md": page(rows(folder), lessons, language) for language in LANGUAGES}


def page(known, lessons, language):
    texts, carried = TEXTS[language], {lesson.name: tags(lesson) for lesson in lessons}
    done = sum(any(row.name in cells for cells in carried.values()) for row in known)
    lines = [texts["title"], "", texts["sum"].format(done, len(known)), "", texts["head"], "|---|---|---|---|"]
    for row in known:
        name, content = row.texts[language]
        cells = {lesson: tagged[row.name] for lesson, tagged in carried.items() if row.name in tagged}
        where = [f"[{lesson}]({language}/{lesson}.ipynb) {named(found)}" for lesson, found in cells.items()]
        waiting = [lesson for lesson in row.lessons if lesson not in carried]
        later = [texts["later"].format(", ".join(waiting))] if waiting else []
        asked = exercises(cell for found in cells.values() for cell in found)
        lines.append(f"| {row.name} | **{name}**: {content} | {'; '.join([*where, *later])} | {', '.join(asked)} |")
    return "\n".join(lines) + "\n"


def named(cells):
    return ", ".join(f"`{cell.id}`" for cell in cells)


def exercises(cells):
    """Those that the cells name, where they exist."""
    named = {name for cell in cells for part in ("code", "en") for name in EXERCISE.findall(cell.text(part))}
    return sorted(name for name in named if (budget.EXERCISES / name / "exercise.json").exists())


def problems(lesson, folder=FOLDER):
    """A tag that is no row, and a row that belongs into this lesson and has no cell in it."""
    known, carried = rows(folder), tags(lesson)
    names = [row.name for row in known]
    for name, cells in carried.items():
        if name not in names:
            yield Problem(cells[0].line, "lint.row_unknown", name, f"{names[0]} ... {names[-1]}")
    for row in known:
        if lesson.name in row.lessons and row.name not in carried:
            yield Problem(lesson.cells[0].line, "lint.uncovered", row.name, row.texts["en"][0])


def slides(lesson, folder=FOLDER):
    """A row whose slide's Python this lesson lacks, and Python that does not stand beside its Java."""
    blocks = lesson.of_kind("python")
    shown = {row for cell in blocks for row in cell.options.get("covers", "").split(",")}
    for row in rows(folder):
        if lesson.name in row.with_python and row.name not in shown:
            yield Problem(lesson.cells[0].line, "lint.no_python", row.name, row.texts["en"][0])
    for cell in blocks:
        if cell.options.get("of") not in beside(lesson, cell):
            yield Problem(cell.line, "lint.apart", cell.id, cell.options.get("of", "-"))


def beside(lesson, block):
    """The code cells nearest to a cell: the last before it and the first behind it."""
    at = lesson.cells.index(block)
    before, behind = ([cell.id for cell in cells if cell.kind == "code"] for cells in (lesson.cells[:at], lesson.cells[at:]))
    return before[-1:] + behind[:1]
