"""Run the slide's Python of a lesson: all blocks in order in one process, in an environment of its own."""

import json
import re
import subprocess
import tempfile
from pathlib import Path

from builder import desk, expectations
from builder.texts import say

SECONDS = 120

# Run there, where nothing of ours can be imported.
BLOCKS = """
import contextlib, io, json, sys, traceback
names, told = {"__name__": "__main__"}, []
for cell, source in json.load(sys.stdin):
    out, error = io.StringIO(), ""
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(source, cell, "exec"), names)
        except Exception:
            error = traceback.format_exc(limit=-1)
    told.append([cell, out.getvalue(), error])
    if error:
        break
json.dump(told, sys.stdout)
"""


def run(lesson, python):
    """What is wrong: sentences."""
    blocks = {cell.id: cell for cell in lesson.of_kind("python")}
    if not blocks:
        return []
    with tempfile.TemporaryDirectory(prefix="slides-") as folder:
        answer = subprocess.run(
            [python, "-I", "-c", BLOCKS],
            input=json.dumps([(name, cell.text("code")) for name, cell in blocks.items()]),
            cwd=desk.scratch(Path(folder)),
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
    if answer.returncode != 0:
        return [say("slides.failed", lesson.name, answer.stderr.strip())]
    told = {cell: (out, error) for cell, out, error in json.loads(answer.stdout)}
    return [*judged(lesson, blocks, told), *([say("slides.stderr", answer.stderr.strip())] if answer.stderr else [])]


def judged(lesson, blocks, told):
    for name, cell in blocks.items():
        out, error = told.get(name, ("", ""))
        if error:
            yield say("slides.failed", name, error.strip())
        for kind, pattern in expectations.of(lesson, cell, "en"):
            if name in told and not error and not re.search(pattern, out, re.DOTALL):
                yield say("slides.unlike", name, out.strip() or "-", pattern)
