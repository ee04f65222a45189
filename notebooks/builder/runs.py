"""Run a lesson by a real kernel, and say what a student would meet that the lesson does not mean."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

import nbformat
from jupyter_client import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

import run_notebooks
from builder import notebook, trials
from builder.desk import Rooms
from builder.texts import say

SILENT_SECONDS = 180


@dataclass(frozen=True)
class Runs:
    """Runs of lessons of a folder by one kernel, each at a desk in one of the rooms."""

    folder: Path
    rooms: Rooms
    kernel: str = "java"

    def run(self, lesson, language, kind):
        """What is wrong in one run: sentences."""
        built = notebook.files(lesson, self.folder)
        trial = trials.Trials(lesson, language).notebook(notebook.notebook(lesson, language, self.folder), kind)
        with self.rooms.desk(language) as desk:
            desk.ask(lesson.name, built[f"questions/{lesson.name}.json"])
            cells = nbformat.from_dict(trial)
            silent = execute(cells, desk, self.kernel)
        wrong = [sentence for cell in cells.cells if cell.cell_type == "code" for sentence in problems_of(cell)]
        return wrong + silent


def execute(cells, desk, kernel):
    """Run all cells; what kept them from being run, if anything."""

    def hand_in(cell, cell_index):
        if cell.metadata.get("answer"):
            desk.answer(cell.metadata["answer"])

    manager = AsyncKernelManager(kernel_name=kernel, kernel_spec_manager=desk.kernels(kernel))
    client = NotebookClient(
        cells,
        km=manager,
        timeout=SILENT_SECONDS,
        startup_timeout=SILENT_SECONDS,
        # A red cell is told of with all the others.
        allow_errors=True,
        resources={"metadata": {"path": str(desk.notebooks)}},
        on_cell_start=hand_in,
        shutdown_kernel="immediate",
    )
    try:
        client.execute(env=environment(), cleanup_kc=True)  # who gives the manager would have to end its kernel himself
    except (CellExecutionError, CellTimeoutError, DeadKernelError, RuntimeError) as trouble:
        return [run_notebooks.say("silent", trouble)]
    return []


def environment():
    """Without what would tell the kernel more than a student's does: it finds its language by the notebook's folder."""
    return {name: value for name, value in os.environ.items() if not name.startswith("ORQUESTA_")}


def problems_of(cell):
    if not cell.execution_count:
        return [say("trial.skipped", cell.id)]
    shown = run_notebooks.shown(cell)
    others = [
        say("trial.other", cell.id, " ".join(shown[kind].split()), pattern)
        for kind, patterns in cell.metadata.get("orquesta_not", {}).items()
        for pattern in patterns
        if re.search(pattern, shown[kind], re.DOTALL)
    ]
    return [*run_notebooks.problems_of(cell), *others]
