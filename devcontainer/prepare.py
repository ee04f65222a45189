"""Everything that ./kit up, an editor or an exercise would fetch, ahead of time: what a prebuild of a codespace runs.

The set-up of ./kit up without its servers, then the modules and their tests compiled by Maven, so that the libraries
of the tests are in Maven's cache when the editor's Java extension opens the project. Twice does only what changed.
"""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "devcontainer"))
sys.dont_write_bytecode = True

import kit  # noqa: E402


def prepare(place):
    jdk = kit.find_jdk()
    state = kit.set_up(place, jdk)
    with kit.Progress(1).part("test_libraries"):
        compiled = [*kit.maven(place, state), "-q", "test-compile"]
        kit.run_part(place, "test_libraries", compiled, kit.java_env(jdk))


if __name__ == "__main__":
    try:
        prepare(kit.Place(ROOT))
    except kit.Trouble as trouble:
        sys.exit(kit.report(trouble))
    except OSError as error:
        sys.exit(kit.report(kit.os_trouble(error)))
