"""All that ./kit up and ./kit test need, made in its order."""

from concurrent.futures import Future

from kit.archive import ensure_archive
from kit.build import build
from kit.data import ensure_data, ensure_first_run
from kit.environment import ensure_environment
from kit.freshness import is_fresh
from kit.kernel import ensure_kernel
from kit.lock import Lock
from kit.moved import settle
from kit.parts import Progress, check_space, make
from kit.processes import Together


def set_up(place, jdk):
    """All that up and test need, each part only if it is not right already.

    What pip fetches and unpacks, and what Maven and Java make, need one thing of each other: the kernel's jar, which pip
    brings first, is on the build's class path.
    """
    with Lock(place):
        state = settle(place)
        if "environment" not in state or "classpath" not in state:
            check_space(place)
        progress, kernel = Progress(6), Future()

        def environment():
            try:
                make({"environment": lambda: ensure_environment(place, state, lambda: kernel.set_result(None))}, progress)
            except BaseException as trouble:
                if not kernel.done():
                    kernel.set_exception(trouble)
                raise

        def java():
            kernel.result()
            make(
                {
                    "build": lambda: is_fresh(place, state) or build(place, state, jdk, lambda *_: None),
                    "archive": lambda: ensure_archive(place, state, jdk),
                    "data": lambda: ensure_data(place, state, jdk),
                    "first_run": lambda: ensure_first_run(place, state, jdk),
                },
                progress,
            )

        Together().run(environment, java)
        make({"kernel": lambda: ensure_kernel(place, jdk)}, progress)
    return state
