"""Java that stands in a text as a block: a reader copies it, so the same has to stand where a run or a test goes through it."""

import re
from pathlib import Path

from builder import prose
from builder.source import LANGUAGES
from builder.texts import Problem

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "mini-orchestrator" / "examples"
TESTS = Path(__file__).resolve().parent.parent / "src" / "test" / "java" / "orquesta" / "lesson"
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|\.\.\.|\w+|\S')
LABELS = re.compile(r"(@\w+)\s*\([^()]*\)")
# A gap for the reader to fill: A, NAME, "NAME".
GAP = re.compile(r"[A-ZÁÉÍÓÚÑ_]+")


def of(lesson):
    """[(line, language of the block, what it holds)] of all texts."""
    for cell in lesson.of_kind(*prose.WITH_PROSE):
        for part in LANGUAGES:
            for found in BLOCK.finditer(cell.text(part) + "\n"):
                yield cell.lines[part] + cell.text(part).count("\n", 0, found.start()), found[1], found[2]


def problems(lesson):
    """Blocks of Java that nobody runs; without the teacher's part nobody knows."""
    blocks = [(line, code) for line, language, code in of(lesson) if language == "java"]
    if blocks and lesson.is_teachers:
        known = "\n".join(map(plain, run(lesson)))
        for line, code in blocks:
            if not pattern(code).search(known):
                yield Problem(line, "lint.block", code.strip().splitlines()[0])


def run(lesson):
    """Code that is run: cells, solutions and mistakes of the lesson; examples and tests."""
    yield from (cell.text("code") for cell in [*lesson.of_kind("code"), *lesson.variants])
    for folder in (EXAMPLES, TESTS):
        yield from (file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.java")))


def plain(code):
    """Word by word, without the labels of annotations."""
    return " ".join(TOKEN.findall(LABELS.sub(r"\1", code)))


def pattern(code):
    """What finds the code however its lines are broken; three dots and gaps stand for anything."""
    return re.compile(" ".join(map(word, plain(code).split(" "))), re.DOTALL)


def word(token):
    if token == "...":
        return ".*?"
    if GAP.fullmatch(token):
        return ".+?"
    return '"[^"]*"' if GAP.fullmatch(token.strip('"')) else re.escape(token)
