"""The ways to run a lesson: as the student gets it, with the solutions, with each mistake; and a walk, which is all three.

A trial is a notebook whose code cells say, in their metadata, what they must and must not show.
"""

import copy
import re
from dataclasses import dataclass

from builder import expectations, facts, questions
from builder.source import LANGUAGES
from builder.texts import Problem

ASKED = re.compile(r'Quiz\.ask\("(\w+)\.([a-z0-9-]+)",')
KINDS = ("student", "solution", "misconception")
WALK = "walk"


@dataclass(frozen=True)
class Try:
    """Something in place of a code cell: Java, what it must show, what it must not, which exercise it answers and how."""

    name: str
    source: str
    expected: list
    forbidden: list
    raises: bool
    answer: str | None = None


class Trials:
    """What the runs put in place of the code cells of a lesson, in one language."""

    def __init__(self, lesson, language):
        self.lesson, self.language = lesson, language
        self.quizzes = {cell.id: questions.read(cell, language, []) for cell in lesson.of_kind("quiz")}
        self.code = {cell.id: cell for cell in lesson.of_kind("code")}

    def notebook(self, built, kind):
        """The built notebook with a trial's cells in place; what is built stays as it is."""
        notebook = copy.deepcopy(built)
        notebook["cells"] = [fresh for cell in notebook["cells"] for fresh in self.cells(cell, kind)]
        return notebook

    def cells(self, cell, kind):
        if cell["cell_type"] != "code":
            return [cell]
        return [filled(cell, each) for each in self.tries(cell, kind)]

    def tries(self, cell, kind):
        """A walk does what a student does in a cell: runs it as it is, errs, finds the answer, and goes on from there."""
        mistakes = self.mistakes(cell["id"]) if kind in ("misconception", WALK) else []
        answers = [*mistakes, *([] if kind == "student" else self.solution(cell["id"]))]
        return [self.as_written(cell), *answers] if kind == WALK or not answers else answers

    def as_written(self, cell):
        source = self.code.get(cell["id"])
        expected = expectations.of(self.lesson, source, self.language) if source else []
        return Try(cell["id"], "".join(cell["source"]), expected, [], bool(source and "raises" in source.options))

    def solution(self, cell):
        written = [variant for variant in self.lesson.variants if variant.kind == "solution" and variant.id == cell]
        if written:
            return [self.variant(written[0], f"{cell}--solution")]
        asked, quiz = self.asked_by(cell)
        if quiz:
            letters = "".join(questions.LETTERS[i] for i, option in enumerate(quiz.options) if option.right)
            return [self.choice(asked, quiz, letters, f"{cell}--solution")]
        predicted = [each.id for each in self.lesson.of_kind("predict") if f"{each.id}-answer" == cell]
        return [
            Try(f"{cell}--solution", f'Prediction.before("{self.lesson.name}.{name}", "1")', [("text", "1")], [], False)
            for name in predicted
        ]

    def mistakes(self, cell):
        for variant in self.lesson.variants:
            if variant.kind == "misconception" and variant.id == cell:
                yield self.variant(variant, f"{cell}--{variant.words[0]}")
        asked, quiz = self.asked_by(cell)
        for i, option in enumerate(quiz.options if quiz else ()):
            if not option.right:
                yield self.choice(asked, quiz, questions.LETTERS[i], f"{cell}--{option.misconception}")

    def asked_by(self, cell):
        """The question with options whose code cell was built, and its name."""
        name = cell.removesuffix("-answer")
        quiz = self.quizzes.get(name) if cell.endswith("-answer") else None
        return name, quiz

    def choice(self, asked, quiz, letters, name):
        chosen = [quiz.options[questions.LETTERS.index(letter)] for letter in letters]
        source = f'Quiz.ask("{self.lesson.name}.{asked}", "{letters}")'
        return Try(name, source, *self.said(quiz, chosen), False)

    def said(self, quiz, chosen):
        """What is said of the chosen options, and what is said of the others, which must not appear."""
        expected = [("text", self.reason(option)) for option in chosen]
        expected += [("text", re.escape(self.plain(option.name))) for option in chosen if option.name]
        return expected, [("text", self.reason(option)) for option in quiz.options if option not in chosen]

    def reason(self, option):
        return re.escape(self.plain(option.said()))

    def plain(self, text):
        return facts.fill(self.lesson, text, self.language).replace("**", "")

    def variant(self, variant, name):
        """A variant as it was written; if its cell asks for a value, the words of that value are expected as well."""
        expected, forbidden = expectations.of(self.lesson, variant, self.language), []
        source = variant.text("code") or self.code[variant.id].text("code")
        quiz = quiz_of(self.quizzes, source)
        for option in quiz.options if quiz else ():
            mine = option.right if variant.kind == "solution" else option.misconception == variant.words[0]
            if mine:
                more, forbidden = self.said(quiz, [option])
                expected = expected + more
        return Try(name, source, expected, forbidden, "raises" in variant.options, variant.options.get("answer"))


def quiz_of(quizzes, source):
    asked = ASKED.search(source)
    return quizzes.get(asked[2]) if asked else None


def filled(cell, attempt):
    """A code cell with a try in it."""
    fresh = copy.deepcopy(cell)
    fresh["id"], fresh["source"] = attempt.name[:64], attempt.source
    fresh["metadata"] = {
        "tags": ["raises-exception"] if attempt.raises else [],
        "orquesta": grouped(attempt.expected),
        "orquesta_not": grouped(attempt.forbidden),
        **({"answer": attempt.answer} if attempt.answer else {}),
    }
    return fresh


def grouped(pairs):
    """{kind: [patterns]}"""
    found = {}
    for kind, pattern in pairs:
        found.setdefault(kind, []).append(pattern)
    return found


def problems(lesson):
    """Questions and variants that the runs could not judge."""
    quizzes = {cell.id: questions.read(cell, LANGUAGES[0], []) for cell in lesson.of_kind("quiz")}
    code = {cell.id: cell for cell in lesson.of_kind("code")}
    done, names = set(), {}
    for variant in lesson.variants:
        source = variant.text("code") or (code[variant.id].text("code") if variant.id in code else "")
        asked = ASKED.search(source)
        believed = {option.misconception for option in quizzes[asked[2]].options} if asked and asked[2] in quizzes else set()
        if asked and variant.kind == "solution":
            done.add(asked[2])
        if asked and variant.kind == "misconception":
            names.setdefault(asked[2], set()).update(variant.words)
        if not variant.text("expect") and not asked or variant.kind == "misconception" and not (
            variant.text("expect") or believed & set(variant.words)
        ):
            yield Problem(variant.line, "trial.blind", variant.kind, variant.id)
    for cell in lesson.of_kind("quiz"):
        quiz = quizzes[cell.id]
        if quiz.kind == "value" and cell.id not in done:
            yield Problem(cell.line, "trial.unsolved", cell.id)
        for option in quiz.options:
            if quiz.kind == "value" and option.misconception not in {*names.get(cell.id, ()), ""}:
                yield Problem(option.line, "trial.untried", option.misconception, cell.id)
