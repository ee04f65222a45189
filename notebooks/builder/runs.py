"""Run a lesson by a real kernel, and say what a student would meet that the lesson does not mean."""

import os
import re
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat
from jupyter_client import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbclient.util import run_sync

import run_notebooks
from builder import notebook, trials
from builder.desk import Desk, Rooms, clear
from builder.texts import say

SILENT_SECONDS = 180


@dataclass(frozen=True)
class Runs:
    """Runs of lessons of a folder by kernels of one name, each at a desk in one of the rooms."""

    folder: Path
    rooms: Rooms
    kernel: str = "java"

    @contextmanager
    def seat(self, language):
        """A seat, whose kernel starts with the first run and ends with the last."""
        with self.rooms.room() as room:
            seat = Seat(self.folder, self.kernel, room, language)
            try:
                yield seat
            finally:
                seat.end()


class Seat:
    """A room for runs in one language, one after the other. None finds anything of those before: its desk is laid anew, and
    its kernel has begun anew, in a JVM that is warm. After a run in which something is wrong the next has a JVM of its own."""

    def __init__(self, folder, kernel, room, language):
        self.folder, self.kernel, self.room, self.language = folder, kernel, room, language
        self.desk = self.client = None
        self.running = ExitStack()

    def run(self, lesson, kind):
        """What is wrong in one run: sentences."""
        built = notebook.files(lesson, self.folder)
        trial = trials.Trials(lesson, self.language).notebook(notebook.notebook(lesson, self.language, self.folder), kind)
        cells = nbformat.from_dict(trial)
        self.lay()
        self.desk.ask(lesson.name, built[f"questions/{lesson.name}.json"])
        silent = self.execute(cells)
        wrong = [sentence for cell in cells.cells if cell.cell_type == "code" for sentence in problems_of(cell)]
        if wrong or silent:
            self.end()
        return wrong + silent

    def lay(self):
        """Takes away what a run before has left, in the kernel and on the desk; the kernel goes on standing in its folder."""
        if self.client:
            try:
                restarted(self.client.kc)
            except TimeoutError:
                self.end()
        clear(self.room, self.desk.notebooks if self.client else None)
        self.desk = Desk(self.room, self.language)

    def execute(self, cells):
        """Run all cells; what kept them from being run, if anything."""
        try:
            self.client = self.client or self.started(cells)
            self.client.nb = cells
            self.client.execute()
        except (CellExecutionError, CellTimeoutError, DeadKernelError, RuntimeError) as trouble:
            return [run_notebooks.say("silent", trouble)]
        return []

    def started(self, cells):
        client = NotebookClient(
            cells,
            km=AsyncKernelManager(kernel_name=self.kernel, kernel_spec_manager=self.desk.kernels(self.kernel)),
            timeout=SILENT_SECONDS,
            startup_timeout=SILENT_SECONDS,
            # A red cell is told of with all the others.
            allow_errors=True,
            resources={"metadata": {"path": str(self.desk.notebooks)}},
            on_cell_start=self.hand_in,
            shutdown_kernel="immediate",
        )
        self.running.enter_context(client.setup_kernel(env=environment(), cleanup_kc=True))
        return client

    def hand_in(self, cell, cell_index):
        if cell.metadata.get("answer"):
            self.desk.answer(cell.metadata["answer"])

    def end(self):
        """Ends the kernel, if there is one."""
        self.client = None
        self.running.close()


@run_sync
async def restarted(client):
    """Once the kernel has begun anew. TimeoutError: it does not answer."""
    await client.shutdown(restart=True, reply=True, timeout=SILENT_SECONDS)


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
