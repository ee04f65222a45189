"""A kernel that has run a lesson, for memory.py: python memory_kernel.py NOTEBOOK (of the checkout's own .kit/venv)

Prints how much each moment took, as one JSON line when the last cell is done; then waits until its input ends.
"""

import json
import pathlib
import sys
import time

import nbformat
from jupyter_client.manager import start_new_kernel

import history
import ui

SETTLE_S = 5


def main(notebook: pathlib.Path) -> None:
    manager, client = start_new_kernel(startup_timeout=300, kernel_name="java", cwd=str(notebook.parent))
    try:
        pid, taken = manager.provisioner.pid, {}
        client.execute_interactive("1 + 1", timeout=300, output_hook=lambda message: None)
        time.sleep(SETTLE_S)
        taken["first cell"] = ui.memory(pid)["pss_mb"]
        for cell in nbformat.read(notebook, as_version=4).cells:
            if cell.cell_type == "code":
                client.execute_interactive(cell.source, timeout=600, output_hook=lambda message: None, stop_on_error=False)
        time.sleep(SETTLE_S)
        taken["a lesson"] = ui.memory(pid)["pss_mb"]
        print(json.dumps({"pid": pid, "taken": taken, "cpu_s": history.cpu_s(pid)}), flush=True)
        sys.stdin.read()
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve())
