"""Everything that ./kit up, an editor or an exercise would fetch, ahead of time: what a prebuild of a codespace runs.

The set-up of ./kit up without its servers, then the modules and their tests compiled by Maven, so that the libraries
of the tests are in Maven's cache when the editor's Java extension opens the project. Twice does only what changed.
"""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "devcontainer"))
sys.dont_write_bytecode = True

from kit.jdk import find_jdk, java_env  # noqa: E402
from kit.maven import maven  # noqa: E402
from kit.parts import Progress, run_part  # noqa: E402
from kit.place import Place  # noqa: E402
from kit.set_up import set_up  # noqa: E402
from kit.trouble import Trouble, os_trouble, report  # noqa: E402


def prepare(place):
    jdk = find_jdk()
    state = set_up(place, jdk)
    with Progress(1).part("test_libraries"):
        compiled = [*maven(place, state), "-q", "test-compile"]
        run_part(place, "test_libraries", compiled, java_env(jdk))


if __name__ == "__main__":
    try:
        prepare(Place(ROOT))
    except Trouble as trouble:
        sys.exit(report(trouble))
    except OSError as error:
        sys.exit(report(os_trouble(error)))
