"""The command line of every JVM of ours."""

import os
from itertools import takewhile

from kit.freshness import stamp

MAIN = "orquesta.cli.Main"

# Over before the second compiler could pay off: without it they take 0.5 s of CPU instead of 1.0.
QUICK = ("plan", "why", "ls", "runs", "show", "logs", "report", "clean", "schedule", "sensor", "demo", "new", "import", "test", "grade", "hint", "progress", "--help", "--version")

# Whether a run is long nobody knows before. With the second compiler fifty times as late as by itself 1,000 rows of ventas
# cost 1.7 s of CPU instead of 2.4 (1.4 without it), 100,000 rows 3.8 instead of 4.9, a million as much as before. With the
# first one five times as late, too, 1,000 rows cost 0.1 s less, a million as much as before.
RUNNING = ("run", "rerun", "backfill")

# From 25 on a JDK keeps classes linked, with what a training run learnt of their methods: runs take 0.3 s of CPU less than with
# the archives. It is trained by one run of one program, so all else stays with the archives.
CACHING = 25

# DuckDB's driver starts the flight recorder with its first connection, unless that says it is not there; picocli looks through
# all jars for Groovy's closures, unless told not to. A kernel stays, but somebody waits for its first query, and records nothing.
SHORT = ("-Djfr.unsupported.vm=true", "-Dpicocli.disable.closures=true")

# Beside notebooks all day. A JVM begins with a 64th of the machine's memory and fills it before it collects: 293 MB after
# 400 pages on one of 24 GB, 237 MB with this. No upper limit: what ./kit run can compute, the button must compute too.
SERVING = ("-Xms32m",)


# Pages are made by much code that each does little. What the first compiler leaves for the second counts its calls meanwhile,
# and the second takes the processors from those who wait: without it a page costs half the CPU (3 ms instead of 5 after 1,200 of
# its kind), and a run of a million rows by the button as much as before. A long computation in Java itself takes two to three times as long by the button.
PAGES = ("serve",)

# A kernel compiles and runs each cell once: with the second compiler as the JVM has it the cells of L09 cost 19 s of CPU and
# 295 MB, fifty times as late 11 s and 275 MB. What loops long in a cell still gets it. An exercise's proof compiles a hundred
# answers: 21 s of CPU for E14 became 16. A daemon runs the same jobs again.
LATE = {"kernel": 50, "exercise": 50, "daemon": 10}


def compilers(name):
    """The flags by which a command gets the second compiler never, later than by itself, or as the JVM has it."""
    if name in QUICK or name in PAGES:
        return ["-XX:TieredStopAtLevel=1"]
    if name in RUNNING:
        return [*first_compiler(5), *second_compiler(50)]
    return second_compiler(LATE[name]) if name in LATE else []


def first_compiler(times):
    """The thresholds of calls from which on it compiles a method, so many times as high as those of the JVM; loops as ever."""
    return thresholds(3, times, {"Invocation": 200, "MinInvocation": 100, "Compile": 2000})


def second_compiler(times):
    return thresholds(4, times, {"Invocation": 5000, "MinInvocation": 600, "Compile": 15000, "BackEdge": 40000})


def thresholds(tier, times, calls):
    return [f"-XX:Tier{tier}{name}Threshold={count * times}" for name, count in calls.items()]


def java_command(place, state, jdk, arguments, archive=True):
    natives = state["natives"]
    command = [jdk.tool("java"), *jdk.flags(), *compilers(arguments[0])]
    if arguments[0] in ("serve", "daemon"):
        command += SERVING
    else:
        command += SHORT
    if archive and arguments[0] in RUNNING and cache_is_fresh(place, state, jdk):
        command.append(f"-XX:AOTCache={cache_file(place, jdk)}")
    elif archive:
        command += archive_flags(archive_file(place, jdk), own_archive_file(place, jdk))
    if "sqlite" in natives:
        command += [f"-Dorg.sqlite.lib.path={place.lib}", f"-Dorg.sqlite.lib.name={natives['sqlite']}"]
    command.append(f"-Dorquesta.root={place.root}")
    if os.getcwd() != place.root:
        from shlex import quote as quoted

        command.append(f"-Dorquesta.kit={quoted(place.at('kit'))}")  # what a message proposes to type is found from here
    jars = os.pathsep.join(os.path.join(place.lib, jar) for jar in state["classpath"])
    return [*command, "-cp", jars, MAIN, *arguments]


def archive_flags(*layers):
    """The archives that are there, the lowest first: what lies on one that is missing cannot be used."""
    there = list(takewhile(os.path.exists, layers))
    return [f"-XX:SharedArchiveFile={os.pathsep.join(there)}"] if there else []


def archive_file(place, jdk):
    return place.in_kit("cds", f"{jdk.version}.jsa")


def own_archive_file(place, jdk):
    return place.in_kit("cds", f"{jdk.version}-own.jsa")


def cache_file(place, jdk):
    return place.in_kit("cds", f"{jdk.version}.aot")


def cache_key(place, state, jdk):
    return [jdk.home, stamp(jdk.home, "release"), [stamp(place.lib, jar) for jar in state["classpath"]]]


def cache_is_fresh(place, state, jdk):
    """A JVM refuses a stale one without a word, and then has no archive either: so it is asked before."""
    known = state.get("caches", {}).get(jdk.version)
    return known is not None and os.path.exists(cache_file(place, jdk)) and known == cache_key(place, state, jdk)
