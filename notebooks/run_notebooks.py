"""Run notebooks with the installed Java kernel, and fail on what a reader should not meet.

    run_notebooks.py --one           the smallest notebook
    run_notebooks.py --all           all the notebooks in tests/ (lessons are run by run_lessons.py)
    run_notebooks.py --together      all of them, those that ask for nothing one after the other in one kernel
    run_notebooks.py FILE ...        these

A cell may throw only if it is tagged raises-exception (and then it must), and may write to stderr only if it says so.
What a cell has to show stands in its metadata, as regular expressions (one, or a list of them):

    "orquesta": {"error": "...", "stderr": "...", "stdout": "...", "text": "...", "html": "...", "seconds": [0, 9]}

A notebook may set variables of the environment: "orquesta": {"env": {"ORQUESTA_CELL_SECONDS": "5"}}. Then it has a kernel of
its own, as one has that says so, since its imports would come a second time: "orquesta": {"alone": true}.
"""

import argparse
import os
import re
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

HERE = Path(__file__).resolve().parent
FOLDERS = [HERE / "tests"]
# The kernel ends a cell after 120 seconds by itself: this is for a kernel that does not answer.
SILENT_SECONDS = 180
LANES = 2

TEXTS = {
    "no_kernel": (
        'the kernel "{0}" is not installed in this environment; run ./kit up.',
        'el kernel "{0}" no está instalado en este entorno; ejecuta ./kit up.',
    ),
    "no_notebooks": (
        "there is no notebook in {0}; run this from a whole checkout.",
        "no hay ningún cuaderno en {0}; ejecuta esto en una copia completa del repositorio.",
    ),
    "unreadable": (
        "it cannot be read as a notebook ({0}); correct or remove the file.",
        "no se puede leer como cuaderno ({0}); corrige o quita el archivo.",
    ),
    "outputs": (
        'cell "{0}" has outputs; clear them before you commit (menu Edit, Clear Outputs of All Cells).',
        'la celda "{0}" tiene salidas; bórralas antes de guardar en git (menú Edit, Clear Outputs of All Cells).',
    ),
    "error": (
        'cell "{0}" failed: {1}; correct it, or tag it raises-exception.',
        'la celda "{0}" falló: {1}; corrígela, o ponle la etiqueta raises-exception.',
    ),
    "no_error": (
        'cell "{0}" is tagged raises-exception but ran to its end; remove the tag.',
        'la celda "{0}" tiene la etiqueta raises-exception pero terminó bien; quita la etiqueta.',
    ),
    "stderr": (
        'cell "{0}" wrote to stderr: {1}; silence it, or expect it in the metadata of the cell ("stderr").',
        'la celda "{0}" escribió en stderr: {1}; siléncialo, o anúncialo en los metadatos de la celda ("stderr").',
    ),
    "unlike": (
        'cell "{0}" shows as {1}: {2}; expected was /{3}/.',
        'la celda "{0}" muestra como {1}: {2}; se esperaba /{3}/.',
    ),
    "unknown": (
        'cell "{0}" expects "{1}", which means nothing; known are: {2}.',
        'la celda "{0}" espera "{1}", que no significa nada; se conocen: {2}.',
    ),
    "seconds": (
        'cell "{0}" took {1:.1f} seconds; expected were {2} to {3}.',
        'la celda "{0}" tardó {1:.1f} segundos; se esperaban de {2} a {3}.',
    ),
    "silent": (
        "the kernel did not answer: {0}; see the terminal for what it wrote.",
        "el kernel no respondió: {0}; mira en la terminal lo que escribió.",
    ),
    "closing": ("{0} passed, {1} failed", "{0} passed, {1} failed"),
}
EXPECTATIONS = ["error", "stderr", "stdout", "text", "html", "seconds"]


def say(key, *values):
    spanish = os.environ.get("ORQUESTA_LANG", os.environ.get("LANG", "en")).lower().startswith("es")
    return TEXTS[key][1 if spanish else 0].format(*values)


def shown(cell):
    """What a run cell shows, by kind, as text."""
    texts = dict.fromkeys(["error", "stderr", "stdout", "text", "html"], "")
    for output in cell.outputs:
        if output.output_type == "stream":
            texts[output.name] += output.text
        elif output.output_type == "error":
            lines = "\n".join(output.traceback)
            texts["error"] += re.sub(r"\x1b\[[0-9;]*m", "", lines) or f"{output.ename}: {output.evalue}"
        else:
            texts["text"] += output.data.get("text/plain", "")
            texts["html"] += output.data.get("text/html", "")
    return texts


def seconds(cell):
    """How long a run cell took, by the clock of the client."""
    times = cell.metadata.get("execution", {})
    start, end = times.get("iopub.execute_input"), times.get("shell.execute_reply")
    return (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds() if start and end else 0


def problems_of(cell):
    """What is wrong with a code cell that was run."""
    texts, expected = shown(cell), cell.metadata.get("orquesta", {})
    may_fail = "raises-exception" in cell.metadata.get("tags", [])
    if texts["error"] and not may_fail:
        yield say("error", cell.id, texts["error"].strip())
    if may_fail and not texts["error"]:
        yield say("no_error", cell.id)
    if texts["stderr"] and "stderr" not in expected:
        yield say("stderr", cell.id, texts["stderr"].strip())
    for kind, wanted in expected.items():
        if kind not in EXPECTATIONS:
            yield say("unknown", cell.id, kind, ", ".join(EXPECTATIONS))
        elif kind == "seconds":
            if not wanted[0] <= seconds(cell) <= wanted[1]:
                yield say("seconds", cell.id, seconds(cell), *wanted)
        else:
            for pattern in [wanted] if isinstance(wanted, str) else wanted:
                if not re.search(pattern, texts[kind], re.DOTALL):
                    yield say("unlike", cell.id, kind, texts[kind].strip() or "-", pattern)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def wishes(notebook):
    return notebook.metadata.get("orquesta", {})


def environment(path, notebook):
    """The variables that a kernel starts with: those of here, the language of the folder, what the notebook sets."""
    language = path.parent.name if path.parent.name in ("en", "es") else "en"
    kept = {name: value for name, value in os.environ.items() if name != "ORQUESTA_CELL_SECONDS"}
    return {**kept, "ORQUESTA_LANG": language, **wishes(notebook).get("env", {})}


def joined(paths):
    """The first notebook with the cells of the others behind its own."""
    notebooks = [nbformat.read(path, as_version=4) for path in paths]
    for notebook in notebooks:
        nbformat.validate(notebook)
    for path, notebook in zip(paths[1:], notebooks[1:]):
        for cell in notebook.cells:
            cell.id = f"{path.stem}--{cell.id}"
        notebooks[0].cells += notebook.cells
    return notebooks[0]


def run(paths, kernel):
    """Run a notebook, or several in one kernel; give what is wrong with it."""
    path = paths[0]
    try:
        notebook = joined(paths)
    except (ValueError, AttributeError, nbformat.ValidationError) as trouble:
        return [say("unreadable", trouble)]
    kept = [say("outputs", cell.id) for cell in code_cells(notebook) if cell.outputs]
    client = NotebookClient(
        notebook,
        kernel_name=kernel,
        timeout=SILENT_SECONDS,
        startup_timeout=SILENT_SECONDS,
        resources={"metadata": {"path": str(path.parent)}},
    )
    try:
        client.execute(env=environment(path, notebook))
    except CellExecutionError:
        pass  # The output of the cell has it, and what came before is judged too.
    except (DeadKernelError, CellTimeoutError, RuntimeError) as trouble:
        kept.append(say("silent", trouble))
    ran = [cell for cell in code_cells(notebook) if cell.execution_count]
    return kept + [problem for cell in ran for problem in problems_of(cell)]


def chosen(options):
    if options.files:
        return [Path(file).resolve() for file in options.files]
    found = sorted(path for folder in FOLDERS for path in folder.glob("*.ipynb"))
    return found if options.all or options.together else sorted(found, key=lambda path: path.stat().st_size)[:1]


def groups(paths, together):
    """Which notebooks share a kernel, whose start costs more than the cells of most; first those that do."""
    alike = [path for path in paths if together and not wishes(nbformat.read(path, as_version=4))]
    return [*([alike] if alike else []), *([path] for path in paths if path not in alike)]


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--one", action="store_true", help="the smallest notebook")
    parser.add_argument("--all", action="store_true", help="all notebooks")
    parser.add_argument("--together", action="store_true", help="all notebooks, most of them in one kernel")
    parser.add_argument("--kernel", default="java", help="the name of the kernel (java)")
    options = parser.parse_args(arguments)
    if not (options.files or options.one or options.all or options.together):
        parser.error("say --one, --all, --together or the names of notebooks")
    paths = chosen(options)
    if not paths:
        print(say("no_notebooks", HERE))
    kernels = groups(paths, options.together)
    with ThreadPoolExecutor(LANES) as lanes:
        failed = sum(told(*result) for result in lanes.map(lambda group: timed(group, options.kernel), kernels))
    print(say("closing", len(kernels) - failed, failed))
    return 1 if failed or not paths else 0


def timed(paths, kernel):
    start = time.monotonic()
    try:
        problems = run(paths, kernel)
    except NoSuchKernel:
        problems = [say("no_kernel", kernel)]
    names = [str(path.relative_to(HERE) if path.is_relative_to(HERE) else path) for path in paths]
    return ", ".join(names), problems, time.monotonic() - start


def told(name, problems, took):
    """Whether it failed, and why, for the reader."""
    print(f"{took:6.1f} s  {'FAILED' if problems else 'ok    '}  {name}", flush=True)
    for problem in problems:
        print("          " + problem.replace("\n", "\n          "), flush=True)
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
