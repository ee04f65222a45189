"""The command line of every JVM of ours."""

import os

MAIN = "orquesta.cli.Main"

# Over before the second compiler could pay off: without it they take 0.5 s of CPU instead of 1.0.
QUICK = ("plan", "why", "ls", "runs", "show", "logs", "schedule", "new", "test", "grade", "hint", "progress", "--help", "--version")

# Beside notebooks all day. A JVM begins with a 64th of the machine's memory and fills it before it collects: 293 MB after
# 400 pages on one of 24 GB, 237 MB with this. No upper limit: what ./kit run can compute, the button must compute too.
# The second compiler begins ten times as late as by itself: until the first page it took 0.7 s of CPU for 160 methods; a
# run of a million rows by the button costs the same with and without.
SERVING = (
    "-Xms32m",
    "-XX:Tier4InvocationThreshold=50000",
    "-XX:Tier4MinInvocationThreshold=6000",
    "-XX:Tier4CompileThreshold=150000",
    "-XX:Tier4BackEdgeThreshold=400000",
)


def java_command(place, state, jdk, arguments, archive=True):
    natives = state["natives"]
    command = [jdk.tool("java"), *jdk.flags()]
    if arguments[0] in QUICK:
        command.append("-XX:TieredStopAtLevel=1")
    if arguments[0] == "serve":
        command += SERVING
    if archive:
        file = archive_file(place, jdk)
        if os.path.exists(file):
            command.append(f"-XX:SharedArchiveFile={file}")
    if "sqlite" in natives:
        command += [f"-Dorg.sqlite.lib.path={place.lib}", f"-Dorg.sqlite.lib.name={natives['sqlite']}"]
    command.append(f"-Dorquesta.root={place.root}")
    if os.getcwd() != place.root:
        from shlex import quote as quoted

        command.append(f"-Dorquesta.kit={quoted(place.at('kit'))}")  # what a message proposes to type is found from here
    jars = os.pathsep.join(os.path.join(place.lib, jar) for jar in state["classpath"])
    return [*command, "-cp", jars, MAIN, *arguments]


def archive_file(place, jdk):
    return place.in_kit("cds", f"{jdk.version}.jsa")
