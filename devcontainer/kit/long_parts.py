"""Parts of ./kit test --all that take minutes and rarely find anything."""

import os
import shlex

from kit.jdk import java_env
from kit.maven import maven
from kit.place import compiled, which
from kit.trouble import Trouble

CORE = "mini-orchestrator"
BROWSER = "mini-orchestrator/browser"
# What --all asks of Maven on both JDKs: all of Error Prone, on the tests, too, and more of what the ordinary suite does a little of.
COUNTS = {"kills": 30, "weeks": 200, "files": 4_000}
LARGER = ["-Pcheck,check-tests", *(f"-Dorquesta.{what}={count}" for what, count in COUNTS.items())]
# What the ordinary suite asks of it: NullAway and the errors of Error Prone, whose warnings cost as much again.
QUICK = ["-Pcheck", "-Derrorprone.warnings=-XepDisableAllWarnings"]
# On the other JDK it asks the core alone, and for less of what repeats by number: what a JDK changes shows in a few.
FEWER = ["-pl", CORE, "-Dtests.left=long | once", "-Dorquesta.simulations=2000", "-Dorquesta.kills=2", "-Dorquesta.runs=10"]


def start_tests(place, state, jdk):
    """All that ./kit up makes again in a checkout that was moved: minutes, and the set-up of these tests makes it, too."""
    env = java_env(jdk, **compiled(place))
    top = place.at("devcontainer", "tests")
    yield [place.python, "-m", "unittest", "discover", "-v", "-s", top, "-p", "whole_*.py"], env, place.root


def bench_tests(place, state, jdk):
    """The words and the counting of the bench; then two sizes of ventas beside raw DuckDB, which it installs itself.

    It fails where ours has become dearer than its landed figures.
    """
    bench, env = place.at(CORE, "bench"), java_env(jdk)
    yield [place.python, "-m", "unittest", "discover", "-v", "-s", os.path.join(bench, "tests")], env, place.root
    ours = f"orquesta={shlex.quote(place.at('kit'))} run ventas --home {{home}} --set datasets={{datasets}}"
    ours += " --set reports={reports} --clock {date}"
    chosen = ["--sizes", "1000,1000000", "--rounds", "3", "--only", "duckdb,orquesta", "--extra", ours]
    yield [place.python, os.path.join(bench, "bench.py"), "ventas", *chosen, "--guard"], env, place.root


def long_runs(place, state, jdk):
    """What the ordinary suite does a little of: two million simulated runs, 500 processes killed, 4 x 200 runs at once.

    Schedules are asked around every change of every zone's clock.
    """
    counts = ["-Dorquesta.simulations=1200000", "-Dorquesta.kills=500", "-Dorquesta.runs=200"]
    counts += ["-Dorquesta.schedules=30000", "-Dtests.left=none"]
    tests = "-Dtest=SimulationTest,KillsTest,DaemonKillsTest,ManyProcessesTest,ScheduleOracleTest"
    yield [*maven(place, state), "test", "-pl", CORE, tests, *counts], java_env(jdk), place.root


def whole_course(place, state, jdk):
    """./kit grade --batch over two hundred submissions of all exercises, once whole, once killed in the middle."""
    env = java_env(jdk, **compiled(place))
    yield [place.python, place.at("autograder", ".teacher", "course", "test_course.py")], env, place.root


def browser(place, state, jdk):
    """The pages in Debian's Chromium, checked like the other modules; the tests of those are not run again."""
    if not which(os.environ.get("ORQUESTA_CHROMIUM", "chromium")):
        raise Trouble("browser.none")
    run = ["-Pbrowser,check", "-pl", BROWSER, "-am", "verify", "-Dmaven.test.skip=true"]
    yield [*maven(place, state), *run], java_env(jdk), place.root


def codespace(place, state, jdk):
    """The Dockerfile and the commands of .devcontainer.json, in a Debian of its own."""
    if not which("debootstrap") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise Trouble("codespace.root")
    yield ["sh", place.at("devcontainer", "tests", "chroot.sh"), place.in_kit("chroot")], None, place.root
