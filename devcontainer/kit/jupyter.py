"""JupyterLab: its folders, its options, its link on this machine and in a codespace."""

import os
import re

from kit.copies import FOLDER, first_copy
from kit.kernel import KERNEL
from kit.processes import start

HIDDEN = ["__pycache__", "*.pyc", "*~", "target", "drafts", "builder", "jupyterlab", "questions"]


def start_jupyter(place, port, token):
    command = [place.python, "-I", "-m", "jupyterlab", "--no-browser", f"--ServerApp.root_dir={place.root}"]
    command += ["--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    # No network at its start: no news, no look for a newer version, no list of extensions, no npm.
    command += [f"--LabApp.app_settings_dir={place.at('notebooks', 'jupyterlab')}"]
    command += ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    # In the list of files a student finds the lessons, not what they are built by.
    command.append(f"--ContentsManager.hide_globs={HIDDEN}")
    # The answer to "who are you" shows that a kernel is there; untracked, its state stays "Unknown" until a cell is run.
    command.append("--MappingKernelManager.untracked_message_types=['comm_info_request']")
    command += ["--LanguageServerManager.autodetect=False", "--LabApp.extension_manager=readonly"]
    command += [f"--MultiKernelManager.default_kernel_name={KERNEL}", *forwarding_options(port)]
    command += first_page(place)
    # Which notebooks it trusts, and its secret: in the checkout, as all of ours; else they lie in the user's home.
    trust = place.in_kit("jupyter", "trust")
    os.makedirs(trust, mode=0o700, exist_ok=True)
    command.append(f"--NotebookNotary.data_dir={trust}")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    return start(command, place.in_kit("log", "jupyter.log"), jupyter_env(place, JUPYTER_TOKEN=token), place.root)


def first_page(place):
    """Whoever opens JupyterLab without a path meets the first lesson, and its folder in the list of files."""
    lesson = first_copy(place)
    if not lesson:
        return []
    return [f"--LabApp.default_url=/lab/tree/{lesson}", f"--ServerApp.preferred_dir={place.at(FOLDER)}"]


def jupyter_env(place, **more):
    """Jupyter's folders in .kit, and the checkout's kernel before one that the user may have."""
    ours = {
        "JUPYTER_PREFER_ENV_PATH": "1",
        "JUPYTER_CONFIG_DIR": place.in_kit("jupyter", "config"),
        "JUPYTER_RUNTIME_DIR": place.in_kit("jupyter", "runtime"),
        "IPYTHONDIR": place.in_kit("jupyter", "ipython"),
    }
    dropped = ("PYTHONPATH", "PYTHONHOME", "JUPYTER_PATH")
    return {**{key: value for key, value in os.environ.items() if key not in dropped}, **ours, **more}


def jupyter_link(port, token, path=""):
    host = forwarded_host(port)
    return f"{f'https://{host}' if host else f'http://127.0.0.1:{port}'}/lab{path}?token={token}"


def forwarded_host(port):
    """The name under which a codespace shows a port of this machine to its user's browser; None elsewhere."""
    said = [os.environ.get(name) for name in ("CODESPACE_NAME", "GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN")]
    if os.environ.get("CODESPACES") != "true" or not all(said):
        return None
    return f"{said[0]}-{port}.{said[1]}"


def forwarding_options(port):
    """JupyterLab serves this machine alone; in a codespace also the one name under which its user comes, and no other.

    The forwarding service has been seen to pass Host and Origin on as they are, and to put localhost for either.
    """
    host = forwarded_host(port)
    if not host:
        return []
    origins = f"(https://{re.escape(host)}|http://localhost:{port})$"
    hosts = [f"--ServerApp.local_hostnames={name}" for name in ("localhost", host)]
    return [*hosts, f"--ServerApp.allow_origin_pat={origins}"]
