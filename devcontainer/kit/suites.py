"""The parts of ./kit test: each is a name, a budget and the commands that it runs."""

import glob
import hashlib
import os
import shlex
import shutil

from kit.compile import javac_options
from kit.java import java_command
from kit.jdk import java_env
from kit.jupyter import jupyter_env
from kit.long_parts import FEWER, LARGER, QUICK, bench_tests, browser, codespace, long_runs, start_tests, whole_course
from kit.maven import maven
from kit.other_jdk import copy_tree, other_kernel
from kit.place import compiled, read_text, write

PYTHON_TESTS = ("devcontainer/tests/test_up.py", "devcontainer/tests/test_[!u]*.py", "datasets/oracle/test*.py", "notebooks/test*.py")
TEACHERS = ("proof", "batch", "course")
EXAMPLES = "mini-orchestrator/examples"
HOSTILE = ("autograder", ".teacher", "torture", "test_torture.py")
LETTERS = (*HOSTILE[:-1], "test_letters.py")


class Suite:
    """A part of the tests: the processes that it is made of, and its budget in seconds; five times that ends it: a shared
    machine can be twice as slow as the one that the budgets are of, and the largest part takes twice its own.

    It may name another JDK that it wants, and the part after which it comes, since both write into the same folders.
    """

    def __init__(self, name, budget, steps, feature=None, after=None):
        self.name, self.budget, self.steps, self.feature, self.after = name, budget, steps, feature, after
        self.limit = 5 * budget


def suites(jdk, everything):
    """All on the running JDK; on the other of 17 and 25 the core but for the tests tagged once (no JDK changes what they
    show) and one notebook, or with --all the same again.
    They begin in this order: those that take longest come first, so that both lanes end together; the core on the other
    JDK when the first part is through with it."""
    main, other = jdk.feature, 17 if jdk.feature >= 25 else 25
    java = f"java-{main}"
    core, notebook, *lessons = on_the_other_jdk(other, everything)
    parts = [
        Suite(java, 1200 if everything else 560, java_of([*LARGER, "-Dtests.left=none"] if everything else QUICK)),
        Suite(f"lessons-{main}", 600 if everything else 200, lessons_of(everything)),
        Suite("proof", 200, lambda place, state, jdk: exercises_proof(place, state, jdk, everything)),
        core,
        Suite("python", 110, python_tests),
        Suite("batch", 400 if everything else 80, lambda place, state, jdk: hostile_batch(place, jdk, everything)),
        Suite(f"notebooks-{main}", 50, lambda place, state, jdk: notebook_tests(place, {}, "--all" if everything else "--together")),
        Suite("comparison", 300 if everything else 60, comparison_of(1000 if everything else 100)),
        Suite("slides", 30, lambda place, state, jdk: slides_tests(place)),
        notebook,
        *lessons,
    ]
    return [*parts, *long_parts(java)] if everything else parts


def on_the_other_jdk(other, everything):
    """The core, notebooks, and with --all the lessons."""
    again, notebooks = (LARGER, "--all") if everything else (FEWER, "--one")
    parts = [
        Suite(
            f"java-{other}",
            1000 if everything else 200,
            lambda place, state, jdk: maven_tests(place, state, jdk, copy_tree(place, jdk), again),
            other,
        ),
        Suite(
            f"notebooks-{other}",
            150 if everything else 20,
            lambda place, state, jdk: notebook_tests(place, other_kernel(place, jdk), notebooks),
            other,
        ),
    ]
    lessons = Suite(
        f"lessons-{other}", 400, lambda place, state, jdk: lesson_tests(place, other_kernel(place, jdk), "--all"), other
    )
    return [*parts, lessons] if everything else parts


def python_tests(place, state, jdk):
    """Side by side: those of the launcher mostly wait for what they start."""
    env = java_env(jdk, **compiled(place))
    discover = [place.python, "-m", "unittest", "discover", "-v"]
    chosen = [os.path.split(place.at(files)) for files in PYTHON_TESTS]
    yield [([*discover, "-s", top, "-t", top, "-p", files], env, place.root) for top, files in chosen]


def java_of(options):
    return lambda place, state, jdk: maven_tests(place, state, jdk, place.root, options)


def maven_tests(place, state, jdk, folder, options):
    """What the profile `check` finds in the sources it finds on either JDK: without --all it is asked on one.

    One JVM a module, since another part runs beside: two would each load and warm up the same code.
    """
    yield [*maven(place, state), "verify", "-Djvm.forks=1", *options], java_env(jdk), folder


def comparison_of(count):
    return lambda place, state, jdk: comparison(place, state, jdk, count)


def comparison(place, state, jdk, count):
    """The pipeline ventas and the program written from its rules alone, on small files of every kind of dirt."""
    cases, work, classes = (place.in_kit("comparison", name) for name in ("cases", "work", "classes"))
    for folder in (cases, work, classes):
        shutil.rmtree(folder, ignore_errors=True)
    oracle = place.at("datasets", "oracle")
    env = java_env(jdk, **compiled(place))
    libraries = os.path.join(place.lib, "*")
    sources = [*sorted(glob.glob(place.at(EXAMPLES, "ventas", "*.java"))), place.at(EXAMPLES, "tests", "ventas", "Cases.java")]
    # By javac into a folder of its own: so it need not wait for Maven's part.
    compiler = [jdk.tool("javac"), "-J-XX:TieredStopAtLevel=1", *javac_options(place)]
    yield [*compiler, "-d", classes, "-cp", libraries, *sources], env, place.root
    dirty = [place.python, os.path.join(oracle, "dirty.py"), "--seed", "1", "--count", str(count), "--parquet"]
    yield [*dirty, "--out", cases], env, place.root
    # As ./kit starts one, so that the class-data archives serve: their jars come first, by their names.
    *command, jars, _, _ = java_command(place, state, jdk, ["ls"])
    batch = shlex.join([*command, jars + os.pathsep + classes, "-Xmx1g", "ventas.Cases"])
    compare = [place.python, os.path.join(oracle, "compare.py"), "--cases", cases, "--work", work]
    yield [*compare, "--warnings", "--yesterday", "--batch", batch], env, place.root


def is_teachers(place):
    """A student's copy of the kit has neither solutions nor attacks, so there the parts that need them do not exist."""
    return os.path.exists(place.at(*HOSTILE))


def exercises_proof(place, state, jdk, everything):
    """./kit exercise check: starters, solutions, wrong answers on the teacher's seed; without --all one of each loss."""
    which = [] if everything else ["--one-of-each"]
    yield java_command(place, state, jdk, ["exercise", "check", *which]), java_env(jdk), place.root


def hostile_batch(place, jdk, everything):
    """./kit grade --batch over answers that attack it, and over names of all letters in locales that know none of them.

    Each limit of time that an answer runs into is the exercise's. With --all the whole batch is graded twice and compared;
    without, those answers whose batch is ended by kill -9 are.
    """
    which, twice = ("", "1") if everything else ("few", "")
    env = java_env(jdk, ORQUESTA_TORTURE=which, ORQUESTA_TORTURE_TWICE=twice, **compiled(place))
    yield [place.python, place.at(*HOSTILE)], env, place.root
    yield [place.python, place.at(*LETTERS)], env, place.root


def notebook_tests(place, env, which_ones):
    script = place.at("notebooks", "run_notebooks.py")
    yield [place.python, script, which_ones], jupyter_env(place, **env), place.root


def lessons_of(everything):
    return lambda place, state, jdk: all_lesson_tests(place, *(["--all"] if everything else []))


def all_lesson_tests(place, *which):
    """Whether the runs find faults, then a walk through each lesson, or each kind of run in each language."""
    yield [place.python, "-m", "unittest", "-v", "builder.kernel_test"], jupyter_env(place), place.at("notebooks")
    yield from lesson_tests(place, {}, *which)


def lesson_tests(place, env, *which):
    script = place.at("notebooks", "run_lessons.py")
    if not is_teachers(place) and "--kind" not in which:
        which = ("--kind", "student", *which)
    yield [place.python, script, *which], jupyter_env(place, **env), place.root


def slides_tests(place):
    """The slide's Python beside the Java of the lessons, in an environment that only this test needs."""
    lock, folder = place.at("notebooks", "slides.lock"), place.in_kit("slides")
    with open(lock, "rb") as file:
        wanted = hashlib.sha256(file.read()).hexdigest()
    python = os.path.join(folder, os.path.relpath(place.python, place.venv))
    if read_text(os.path.join(folder, "made-from")) != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        # The environment's pip fills it: one of its own would take longer than what it brings.
        yield [place.python, "-I", "-m", "venv", "--without-pip", folder], None, place.root
        pip = [place.python, "-I", "-m", "pip", "--python", python, "-q", "--no-input", "--disable-pip-version-check", "install"]
        yield [*pip, "--no-compile", "--require-hashes", "-r", lock], None, place.root
        write(os.path.join(folder, "made-from"), wanted)
    script = place.at("notebooks", "run_lessons.py")
    yield [place.python, script, "--slides", python], jupyter_env(place), place.root


def long_parts(java):
    """What takes minutes and rarely finds anything: for --all alone. The pages are built where Maven's part was."""
    return [
        Suite("start", 200, start_tests),
        Suite("bench", 240, bench_tests),
        Suite("browser", 300, browser, after=java),
        Suite("runs", 2400, long_runs, after="browser"),
        Suite("course", 4800, whole_course, after="runs"),
        Suite("codespace", 900, codespace),
    ]
