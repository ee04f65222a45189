"""One virtual environment for each requirements-*.txt beside this file; it is made again when the pins change."""

import hashlib
import pathlib
import shutil
import subprocess
import sys

from texts import Refused

HERE = pathlib.Path(__file__).resolve().parent


def python(work: pathlib.Path, name: str) -> str:
    """The Python of the environment `name`, made now if it is missing."""
    pins = HERE / f"requirements-{name}.txt"
    folder = work / f"venv-{name}"
    made_from, wanted = folder / "made-from", hashlib.sha256(pins.read_bytes()).hexdigest()
    if not made_from.exists() or made_from.read_text() != wanted:
        print(f"environment {name} ...", file=sys.stderr, flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        finish([sys.executable, "-m", "venv", str(folder)], work)
        pip = [str(folder / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        finish([*pip, "--requirement", str(pins)], work)
        made_from.write_text(wanted)
    return str(folder / "bin/python")


def finish(command: list[str], work: pathlib.Path) -> None:
    """Run a command that must succeed; its output goes to a log."""
    log = work / "prepare.log"
    work.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as out:
        try:
            code = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT).returncode
        except OSError:
            raise Refused("no_program", command=command[0]) from None
    if code:
        raise Refused(
            "command_failed", what=pathlib.Path(command[0]).name, code=code, command=" ".join(command), log=log
        )
