"""From a lesson to the files that are built of it."""

import base64
import html
import json

from builder import facts, questions
from builder.figures import Figures
from builder.source import FOLDER, LANGUAGES

METADATA = {
    "kernelspec": {"display_name": "Java (Orquesta)", "language": "java", "name": "java"},
    "language_info": {"name": "java"},
}
SLIDE = {"en": "The slide's Python", "es": "El Python de la lámina"}


def files(lesson, folder=FOLDER):
    """{path from notebooks/: text} of all that is built of a lesson."""
    built = {f"{language}/{lesson.name}.ipynb": text(notebook(lesson, language, folder)) for language in LANGUAGES}
    built[f"questions/{lesson.name}.json"] = text(questions.data(lesson))
    return built


def text(value):
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def notebook(lesson, language, folder=FOLDER):
    figures = Figures(lesson, folder)
    cells = [built for cell in lesson.cells for built in cells_of(lesson, cell, language, figures)]
    return {"cells": cells, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}


def cells_of(lesson, cell, language, figures):
    if cell.kind == "code":
        yield code_cell(cell.id, cell.text("code"), raises="raises" in cell.options)
    elif cell.kind == "text":
        yield text_cell(cell.id, facts.fill(lesson, cell.text(language), language))
    elif cell.kind == "python":
        yield text_cell(cell.id, collapsed(cell, language))
    elif cell.kind == "figure":
        yield picture(lesson, cell, language, figures)
    else:
        shown, code = questions.markdown(lesson, cell, language), questions.code(lesson, cell)
        if shown:
            yield text_cell(cell.id, shown)
        if code:
            yield code_cell(f"{cell.id}-answer", code)


def collapsed(cell, language):
    summary = html.escape(cell.text(language) or SLIDE[language], quote=False)
    return f"<details>\n<summary>{summary}</summary>\n\n```python\n{cell.text('code')}\n```\n\n</details>"


def picture(lesson, cell, language, figures):
    """The picture is data within the cell: JupyterLab shows no SVG that is an attachment, and a file could be left behind."""
    alternative, _, below = facts.fill(lesson, cell.text(language), language).partition("\n\n")
    content = base64.b64encode(figures.svg(cell, language).encode()).decode()
    line = f'<img alt="{html.escape(" ".join(alternative.split()))}" src="data:image/svg+xml;base64,{content}">'
    return text_cell(cell.id, line + (f"\n\n{below.strip()}" if below.strip() else ""))


def text_cell(name, source):
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": lines(source)}


def code_cell(name, source, raises=False):
    metadata = {"tags": ["raises-exception"]} if raises else {}
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": metadata,
        "outputs": [],
        "source": lines(source),
    }


def lines(source):
    return source.splitlines(keepends=True)
