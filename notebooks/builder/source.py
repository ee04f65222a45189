"""A lesson's source as cells; see FORMAT.md."""

import difflib
import re
from dataclasses import dataclass
from pathlib import Path

from builder.texts import Problem

FOLDER = Path(__file__).resolve().parent.parent / "source"
TEACHER = ".teacher"
LANGUAGES = ("en", "es")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Kind:
    """What a cell of a kind has: the words after its id, options, parts that it must and may have."""

    line: str
    words: int = 0
    options: tuple = ()
    must: tuple = ()
    may: tuple = ()


KINDS = {
    "text": Kind("text ID [covers=A1,B2]", options=("covers",), must=LANGUAGES),
    "code": Kind(
        "code ID [raises=yes] [long=yes] [write=yes | change=yes] [minutes=3] [home=yes] [covers=A1,B2]",
        options=("raises", "long", "write", "change", "minutes", "home", "covers"),
        must=("code",),
        may=("expect",),
    ),
    "python": Kind("python ID of=CELL [covers=A1,B2]", options=("of", "covers"), must=("code",), may=(*LANGUAGES, "expect")),
    "figure": Kind("figure ID [chart=yes] [covers=A1,B2]", options=("chart", "covers"), must=LANGUAGES),
    "predict": Kind("predict ID [minutes=1] [covers=A1,B2]", options=("minutes", "covers"), must=LANGUAGES),
    "quiz": Kind(
        "quiz ID [cell=no] [minutes=1] [home=yes] [covers=A1,B2]",
        options=("cell", "minutes", "home", "covers"),
        must=LANGUAGES,
    ),
    "fact": Kind("fact NAME NUMBER", words=1),
    "solution": Kind("solution CELL [raises=yes] [answer=FOLDER]", options=("raises", "answer"), may=("code", "expect")),
    "misconception": Kind(
        "misconception CELL NAME [raises=yes] [answer=FOLDER]",
        words=1,
        options=("raises", "answer"),
        may=("code", "expect"),
    ),
    "note": Kind("note CELL", must=LANGUAGES),
}
VARIANTS = ("solution", "misconception")
# What an option may say; one that is not named here says yes.
VALUES = {
    "cell": "no",
    "minutes": r"\d{1,2}(\.5)?",
    "covers": r"[AB]\d{1,2}(,[AB]\d{1,2})*",
    "answer": r"\S+",
    "of": r"\S+",
}


@dataclass
class Cell:
    """One cell as it was written; `lines` says where each part begins."""

    kind: str
    id: str
    words: list
    options: dict
    line: int
    parts: dict
    lines: dict

    def text(self, part):
        return self.parts.get(part, "")


class Lesson:
    """All cells of a source, in order, and what is wrong with them as they are written.

    `answers` is the teacher's part of the source, and None in a student's copy, which has no such part. Its lines are
    counted on from those of `text`.
    """

    def __init__(self, name, text, answers=""):
        self.name, self.problems = name, []
        self.shared, self.is_teachers = len(text.splitlines()), answers is not None
        written = list(self.read("\n".join([*text.splitlines(), *(answers or "").splitlines()])))
        self.cells = [cell for cell in written if cell.kind not in (*VARIANTS, "fact", "note")]
        self.facts = {cell.id: cell for cell in written if cell.kind == "fact"}
        self.variants = [cell for cell in written if cell.kind in VARIANTS]
        self.notes = [cell for cell in written if cell.kind == "note"]
        self.check_targets(self.variants, [cell.id for cell in self.of_kind("code")])
        self.check_targets(self.notes, [cell.id for cell in self.cells])

    def read(self, text):
        cell, seen = None, {}
        for number, line in enumerate(text.splitlines(), 1):
            if line.startswith("%% "):
                cell, part = self.head(line, number), "code"
                if cell:
                    self.check_id(cell, seen)
                    yield cell
            elif cell is None:
                if line.strip() and not any(problem.line < number for problem in self.problems):
                    self.problems.append(Problem(number, "source.outside"))
            elif line in ("@en", "@es", "@expect"):
                part = line[1:]
                cell.parts[part], cell.lines[part] = "", number + 1
            else:
                cell.lines.setdefault(part, number)
                cell.parts[part] = cell.parts.get(part, "") + line + "\n"
        for each in seen.values():
            self.settle(each)

    def head(self, line, number):
        kind, *words = line[3:].split() or [""]
        if kind not in KINDS:
            nearest = difflib.get_close_matches(kind, KINDS, 1, 0)[0]
            self.problems.append(Problem(number, "source.kind", kind, nearest, ", ".join(KINDS)))
            return None
        options = dict(word.split("=", 1) for word in words if "=" in word)
        words = [word for word in words if "=" not in word]
        wanted = KINDS[kind]
        strange = [f"{name}={value}" for name, value in options.items() if not re.fullmatch(VALUES.get(name, "yes"), value)]
        surplus = [*words[1 + wanted.words :], *(set(options) - set(wanted.options)), *strange]
        if surplus or len(words) < 1 + wanted.words:
            self.problems.append(Problem(number, "source.words", (surplus or [line])[0], kind, wanted.line))
        return Cell(kind, words[0] if words else "", words[1:], options, number, {}, {})

    def check_id(self, cell, seen):
        if not (NAME if cell.kind == "fact" else ID).fullmatch(cell.id):
            self.problems.append(Problem(cell.line, "source.id", cell.kind, cell.id))
        key = (cell.kind, cell.id, *cell.words) if cell.kind in (*VARIANTS, "note") else cell.id
        if key in seen:
            self.problems.append(Problem(cell.line, "source.twice", cell.id, seen[key].line))
            key = (cell.line, key)
        seen[key] = cell

    def settle(self, cell):
        """Without empty lines around each part, and with the parts that its kind wants."""
        kind = KINDS[cell.kind]
        for part, text in list(cell.parts.items()):
            lines = text.split("\n")
            while lines and not lines[0].strip():
                lines.pop(0)
                cell.lines[part] += 1
            cell.parts[part] = "\n".join(lines).rstrip()
            if not cell.parts[part] and part == "code":
                del cell.parts[part]
        name = {"code": "code", "en": "@en", "es": "@es", "expect": "@expect"}
        must = (*kind.must, *(["code"] if cell.kind in VARIANTS and "answer" not in cell.options else []))
        for part in must:
            if not cell.text(part):
                self.problems.append(Problem(cell.line, "source.part", cell.id, name[part]))
        for part in cell.parts:
            if part not in kind.must + kind.may:
                self.problems.append(Problem(cell.lines[part], "source.surplus", cell.id, cell.kind, name[part]))

    def check_targets(self, cells, targets):
        for cell in cells:
            if cell.id not in targets:
                nearest = (difflib.get_close_matches(cell.id, targets, 1, 0) or ["-"])[0]
                self.problems.append(Problem(cell.line, "source.target", cell.id, nearest))

    def of_kind(self, *kinds):
        return [cell for cell in self.cells if cell.kind in kinds]

    def place(self, line):
        """(file, line in it)"""
        shared, teachers = files(self.name, Path("notebooks/source"))
        return (shared, line) if line <= self.shared else (teachers, line - self.shared)


def names(folder=FOLDER):
    return sorted(path.stem for path in folder.glob("L*.md"))


def files(name, folder=FOLDER):
    """What students get of a lesson's source, and what they do not."""
    return folder / f"{name}.md", folder / TEACHER / f"{name}.md"


def read(name, folder=FOLDER):
    shared, teachers = files(name, folder)
    answers = teachers.read_text(encoding="utf-8") if teachers.exists() else ""
    return Lesson(name, shared.read_text(encoding="utf-8"), answers if teachers.parent.is_dir() else None)
