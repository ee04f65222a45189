"""All that ./kit up and ./kit test need, made in its order."""

from kit.archive import ensure_archive
from kit.build import build
from kit.data import ensure_data, ensure_first_run
from kit.environment import ensure_environment
from kit.freshness import is_fresh
from kit.kernel import ensure_kernel
from kit.lock import Lock
from kit.moved import settle
from kit.parts import check_space, make


def set_up(place, jdk):
    """All that up and test need, each part only if it is not right already."""
    with Lock(place):
        state = settle(place)
        if "environment" not in state or "classpath" not in state:
            check_space(place)
        make(
            {
                "environment": lambda: ensure_environment(place, state),
                "build": lambda: is_fresh(place, state) or build(place, state, jdk),
                "archive": lambda: ensure_archive(place, state, jdk),
                "data": lambda: ensure_data(place, state, jdk),
                "first_run": lambda: ensure_first_run(place, state, jdk),
                "kernel": lambda: ensure_kernel(place, jdk),
            }
        )
    return state
