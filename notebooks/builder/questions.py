"""Questions and predictions: from their text to what the notebook shows and to what `Quiz` and `Prediction` read."""

import re
from dataclasses import dataclass, field

from builder import facts
from builder.source import LANGUAGES
from builder.texts import Problem

OPTION = re.compile(r"- \[([ x])\] (.*)")
CHOICE = re.compile(r"- `([a-h])` (.*)")
MISCONCEPTION = re.compile(r"\(([a-z0-9_]+)\) (.*)")
LETTERS = "abcdefgh"

HOW = {
    "choice": {
        "en": "Write the letter of your answer between the quotes, and run the cell.",
        "es": "Escribe la letra de tu respuesta entre las comillas y ejecuta la celda.",
    },
    "several": {
        "en": 'More than one may be right: write all their letters between the quotes, such as `"ad"`, and run the cell.',
        "es": 'Puede haber más de una correcta: escribe todas sus letras entre las comillas, como `"ad"`, y ejecuta la celda.',
    },
    "predict": {
        "en": "Write your prediction between the quotes, and run the cell. Being wrong costs nothing.",
        "es": "Escribe tu predicción entre las comillas y ejecuta la celda. Equivocarse no cuesta nada.",
    },
}


@dataclass
class Option:
    text: str
    right: bool
    line: int
    misconception: str = ""
    name: str = ""
    reason: list = field(default_factory=list)

    @property
    def value(self):
        """What the answer to a question for a value must be; None for an option that is shown."""
        return self.text[2:].strip() if self.text.startswith("= ") else None

    def said(self):
        return "\n".join(self.reason).strip()


@dataclass
class Question:
    text: str
    hint: str
    options: list

    @property
    def kind(self):
        if any(option.value is not None for option in self.options):
            return "value"
        return "several" if sum(option.right for option in self.options) > 1 else "choice"


def read(cell, language, problems):
    """A question in one language; what is wrong with it is added to the problems."""
    text, hint, options = [], [], []
    for number, line in enumerate(cell.text(language).splitlines(), cell.lines.get(language, cell.line)):
        option = OPTION.fullmatch(line)
        if option:
            options.append(Option(option[2].strip(), option[1] == "x", number))
        elif not options:
            (hint if line.startswith("> ") else text).append(line.removeprefix("> "))
        elif line.startswith("  ") and MISCONCEPTION.fullmatch(line.strip()) and not options[-1].reason:
            options[-1].misconception, options[-1].name = MISCONCEPTION.fullmatch(line.strip()).groups()
        elif line.startswith("  ") or not line.strip():
            options[-1].reason.append(line[2:])
        else:
            problems.append(Problem(number, "quiz.line", line))
    return Question("\n".join(text).strip(), "\n".join(hint).strip(), options)


def problems(lesson):
    found = list(lesson.problems)
    for cell in lesson.of_kind("quiz"):
        both = [read(cell, language, found) for language in LANGUAGES]
        for question, language in zip(both, LANGUAGES):
            found += problems_of(question, cell.lines.get(language, cell.line))
        shapes = [[(option.right, option.misconception) for option in question.options] for question in both]
        if shapes[0] != shapes[1]:
            found.append(Problem(cell.line, "quiz.languages", *map(brief, both)))
    return found[len(lesson.problems) :]


def brief(question):
    return " ".join(("x" if option.right else "-") + option.misconception for option in question.options)


def problems_of(question, line):
    if not question.text and question.kind != "value":
        yield Problem(line, "quiz.question")
    right = sum(option.right for option in question.options)
    wrong = len(question.options) - right
    if not right or not wrong or right + wrong > len(LETTERS):
        yield Problem(line, "quiz.options", right, wrong)
    if len({option.value is None for option in question.options}) > 1:
        yield Problem(line, "quiz.value")
    said = {}
    for option in question.options:
        if not option.said():
            yield Problem(option.line, "quiz.reason", option.text)
        elif option.said() in said:
            yield Problem(option.line, "quiz.same", said[option.said()], option.text)
        said[option.said()] = option.text
        if not option.right and not option.misconception:
            yield Problem(option.line, "quiz.misconception", option.text)
        if option.right and option.misconception:
            yield Problem(option.line, "quiz.innocent", option.text, option.misconception)


def markdown(lesson, cell, language):
    """The text cell of a question or prediction."""
    if cell.kind == "predict":
        text, kind, shown = cell.text(language), "predict", []
    else:
        question = read(cell, language, [])
        text, kind = question.text, question.kind
        shown = [f"- **{LETTERS[i]})** {option.text}" for i, option in enumerate(question.options)]
    if kind == "value":
        return facts.fill(lesson, text, language)
    return facts.fill(lesson, "\n".join([text, "", *shown, *([""] if shown else []), f"*{HOW[kind][language]}*"]), language)


def code(lesson, cell):
    """Its code cell; None where the lesson has one of its own."""
    if cell.kind == "predict":
        return f'Prediction.before("{lesson.name}.{cell.id}", "")'
    return None if cell.options.get("cell") == "no" else f'Quiz.ask("{lesson.name}.{cell.id}", "")'


def data(lesson):
    """What the kit reads: all that is asked and said of answers, by language."""
    return {
        language: {
            "title": facts.fill(lesson, title(lesson, language), language),
            "predictions": {cell.id: choices(lesson, cell, language) for cell in lesson.of_kind("predict")},
            "questions": quizzes(lesson, language),
        }
        for language in LANGUAGES
    }


def title(lesson, language):
    """The lesson's only heading with one #."""
    first = lesson.cells[0].text(language) if lesson.cells else ""
    return first.split("\n", 1)[0].lstrip("# ")


def choices(lesson, cell, language):
    """{letter: text} of a prediction to choose from; none where a number or words are predicted."""
    found = (CHOICE.fullmatch(line) for line in cell.text(language).splitlines())
    return {each[1]: facts.fill(lesson, each[2], language) for each in found if each}


def quizzes(lesson, language):
    return {cell.id: entry(lesson, read(cell, language, []), language) for cell in lesson.of_kind("quiz")}


def entry(lesson, question, language):
    def filled(text):
        return facts.fill(lesson, text, language)

    options = [
        {
            "text": "" if option.value is not None else filled(option.text),
            "right": option.right,
            "value": option.value and facts.fill_plain(lesson, option.value),
            "misconception": {"id": option.misconception, "name": filled(option.name)} if option.name else None,
            "reason": filled(option.said()),
        }
        for option in question.options
    ]
    return {"kind": question.kind, "text": filled(body(question.text)), "hint": filled(question.hint), "options": options}


def body(text):
    """Without its headings: shown by a cell they would be headings of the notebook once more."""
    return "\n".join(line for line in text.split("\n") if not line.startswith("#")).strip()
