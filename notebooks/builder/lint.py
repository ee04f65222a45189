"""What is wrong with a lesson that could be built, as a reader would meet it. One function a rule."""

import json
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote

from builder import blocks, budget, coverage, facts, notebook, prose
from builder.source import FOLDER, LANGUAGES, TEACHER
from builder.texts import Problem

NOTEBOOKS = Path(__file__).resolve().parent.parent
ROW, COLUMNS, LINE, CELL, KILOBYTES = 100, 8, 96, 25, 150
VAGUE = {"here", "click here", "this", "link", "this link", "more", "aquí", "acá", "este", "enlace", "este enlace", "más"}
JAVA_TEXTS = re.compile(r'"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)


def headings(lesson):
    first = lesson.cells[0] if lesson.cells else None
    shapes = []
    for language in LANGUAGES:
        found = [(line, *line.heading()) for line in prose.lines(lesson, language) if line.heading()]
        shapes.append([level for _, level, _ in found])
        if not first or first.kind != "text" or not first.text(language).startswith("# "):
            yield Problem(first.line if first else 1, "lint.first")
        for line, level, words in found[1:]:
            if level == 1:
                yield Problem(line.number, "lint.h1", words)
        for (_, before, _), (line, level, words) in zip(found, found[1:]):
            if level > before + 1:
                yield Problem(line.number, "lint.jump", words, before, level)
    if shapes[0] != shapes[1]:
        yield Problem(first.line if first else 1, "lint.headings")


def pictures(lesson):
    for language in LANGUAGES:
        for cell in lesson.of_kind("figure"):
            alternative, _, below = cell.text(language).partition("\n\n")
            yield from alternative_text(cell.lines.get(language, cell.line), cell.id, alternative)
            if cell.options.get("chart") and not re.search(r"^\|.*\n\|[ :|-]+$", below, re.M):
                yield Problem(cell.line, "lint.chart", cell.id)
        for line in prose.lines(lesson, language):
            for _, words, target in (link for link in line.links() if link[0]):
                yield from alternative_text(line.number, target, words)
                yield Problem(line.number, "lint.outside", target)
            for tag in re.findall(r"<img\b[^>]*>", prose.CODE.sub("", line.text)):
                yield Problem(line.number, "lint.outside", tag)


def alternative_text(number, name, words):
    plain = " ".join(words.split())
    if not 15 <= len(plain) <= 600 or re.fullmatch(r"\S+\.\w{2,4}", plain):
        yield Problem(number, "lint.alt", name, plain)


def tables(lesson):
    for language in LANGUAGES:
        for line in prose.lines(lesson, language):
            if line.is_row():
                shown = facts.fill(lesson, line.text.strip(), language)
                columns = len(re.findall(r"(?<!\\)\|", prose.CODE.sub("", shown).strip("| "))) + 1
                if len(shown) > ROW:
                    yield Problem(line.number, "lint.row", len(shown), ROW)
                if columns > COLUMNS:
                    yield Problem(line.number, "lint.columns", columns, COLUMNS)


def code(lesson):
    for cell in lesson.of_kind("code", "python"):
        written = cell.text("code").splitlines()
        begin = cell.lines.get("code", cell.line)
        for number, line in enumerate(written, begin):
            if len(line) > LINE:
                yield Problem(number, "lint.line", len(line), LINE)
        if cell.kind == "code" and len(written) > CELL and "long" not in cell.options:
            yield Problem(begin, "lint.long", cell.id, len(written), CELL)


def comments(lesson):
    for cell in lesson.of_kind("code"):
        plain = JAVA_TEXTS.sub(lambda text: re.sub(r"[^\n]", "_", text[0]), cell.text("code"))
        for found in re.finditer(r"//|/\*", plain):
            yield Problem(cell.lines["code"] + plain.count("\n", 0, found.start()), "lint.comment")


def links(lesson, notebooks=NOTEBOOKS):
    for language in LANGUAGES:
        written = list(prose.lines(lesson, language))
        anchors = {anchor(line.heading()[1]) for line in written if line.heading()}
        for line in written:
            for _, words, target in (link for link in line.links() if not link[0]):
                if words.strip("*_` ").lower() in VAGUE or not words.strip():
                    yield Problem(line.number, "lint.vague", words)
                if not leads(target, anchors, notebooks / language):
                    yield Problem(line.number, "lint.link", target, f"notebooks/{language}")
            for name in re.findall(r"\bL\d\d\b", line.text):
                if not (notebooks / language / f"{name}.ipynb").exists():
                    yield Problem(line.number, "lint.lesson", name)


def notes(lesson):
    """What is for the teacher stands in no student's notebook."""
    for cell in lesson.of_kind("text") if lesson.name not in budget.EXEMPT else ():
        for language in LANGUAGES:
            if re.search(r"<summary>(For the teacher|Para quien enseña|Para (el|la) profe)", cell.text(language)):
                yield Problem(cell.lines[language], "lint.note", FOLDER.name + f"/{TEACHER}/{lesson.name}.md")


def end(lesson):
    """The last code cell tells how far the student has come, and links the next lesson."""
    wanted = f'Course.after("{lesson.name}")'
    last = (lesson.of_kind("code") or [None])[-1]
    if lesson.name not in budget.EXEMPT and not (last and last.text("code").strip() == wanted):
        yield Problem(last.line if last else 1, "lint.end", wanted)


def anchor(words):
    return re.sub(r"\s+", "-", words.strip()).lower()


def leads(target, anchors, folder):
    if re.match(r"https?://|mailto:", target):
        return True
    path, _, heading = unquote(target).partition("#")
    return (folder / path).exists() if path else heading.lower() in anchors


def built(lesson, notebooks=NOTEBOOKS, folder=FOLDER):
    for path, text in notebook.files(lesson, folder).items():
        kilobytes = len(text.encode()) / 1000
        if path.endswith(".ipynb") and kilobytes > KILOBYTES:
            yield Problem(1, "lint.size", path, round(kilobytes), KILOBYTES)
        there = (notebooks / path).read_text(encoding="utf-8") if (notebooks / path).exists() else ""
        is_notebook = path.endswith(".ipynb")
        if there != text and not (is_notebook and is_worked_in(lesson, notebooks, path, text)):
            yield from outputs(there) if is_notebook and there else ()
            yield Problem(1, "build.stale", f"notebooks/{path}")


def is_worked_in(lesson, notebooks, path, text):
    """Whether a reader has only run or filled in a notebook that was right: in a student's copy, or as git keeps it."""
    return not lesson.is_teachers or committed(notebooks, path) == text


def committed(notebooks, path):
    try:
        told = subprocess.run(["git", "-C", str(notebooks), "show", f":./{path}"], capture_output=True, check=False)
    except OSError:
        return None
    return told.stdout.decode("utf-8") if told.returncode == 0 else None


def outputs(text):
    for cell in json.loads(text)["cells"]:
        if cell.get("outputs") or cell.get("execution_count"):
            yield Problem(1, "lint.outputs", cell["id"])


def given_away(lesson):
    for variant in [*lesson.variants, *lesson.notes]:
        place, _ = lesson.place(variant.line)
        if place.parent.name != TEACHER:
            yield Problem(variant.line, "lint.given_away", variant.kind, place.parent / TEACHER / place.name)


RULES = (headings, pictures, tables, code, comments, blocks.problems, budget.problems, coverage.problems, coverage.slides, end, notes, links, built, given_away)


def of_lesson(lesson):
    found = {(problem.line, str(problem)): problem for rule in RULES for problem in rule(lesson)}
    return [found[key] for key in sorted(found)]
