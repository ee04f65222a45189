"""The teacher's edition of a lesson: the student's notebook with notes, right answers and solutions beside the cells."""

import html

from builder import facts, notebook, questions
from builder.source import FOLDER, LANGUAGES

PLACE = "teacher"
NOTE = {"en": "For the teacher", "es": "Para quien enseña"}
ANSWER = {"en": "Right", "es": "Correcto"}
SOLUTION = {"en": "A solution", "es": "Una solución"}


def files(lesson, folder=FOLDER):
    """{path from notebooks/: text}; a folder deeper than the student's, so that its links go up once more."""
    return {
        f"{PLACE}/{language}/{lesson.name}.ipynb": notebook.text(edition(lesson, language, folder)) for language in LANGUAGES
    }


def edition(lesson, language, folder):
    built = notebook.notebook(lesson, language, folder)
    built["cells"] = [each for cell in built["cells"] for each in [*beside(lesson, cell["id"], language), deeper(cell)]]
    return built


def deeper(cell):
    if cell["cell_type"] == "markdown":
        cell = {**cell, "source": [line.replace("](../", "](../../") for line in cell["source"]]}
    return cell


def beside(lesson, cell, language):
    """What stands before a cell: its notes, the right answer to its question, its solution."""
    for note in (note for note in lesson.notes if note.id == cell):
        text = facts.fill(lesson, note.text(language), language)
        yield notebook.text_cell(f"{cell}--note", quoted(f"**{NOTE[language]}.** {text}"))
    for quiz in (quiz for quiz in lesson.of_kind("quiz") if f"{quiz.id}-answer" == cell):
        asked = questions.read(quiz, language, [])
        right = [f"**{questions.LETTERS[i]})** {option.text}" for i, option in enumerate(asked.options) if option.right]
        text = facts.fill(lesson, f"**{ANSWER[language]}:** " + "; ".join(right), language)
        yield notebook.text_cell(f"{cell}--right", quoted(text))
    for variant in lesson.variants:
        if variant.kind == "solution" and variant.id == cell and variant.text("code"):
            yield notebook.text_cell(f"{cell}--solution", folded(SOLUTION[language], variant.text("code")))


def quoted(text):
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def folded(summary, code):
    return f"<details>\n<summary>{html.escape(summary)}</summary>\n\n```java\n{code}\n```\n\n</details>"
