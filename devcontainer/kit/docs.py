"""./kit docs: the Javadoc of the orchestrator, made by the JDK's own tool."""

import os

from kit.jdk import find_jdk
from kit.place import read_state
from kit.processes import call
from kit.texts import text
from kit.trouble import Trouble


def docs(place, options):
    jdk, state = find_jdk(), read_state(place)
    if "classpath" not in state:
        raise Trouble("build.missing")
    target, log = place.in_kit("docs"), place.in_kit("log", "javadoc.log")
    jars = os.pathsep.join(os.path.join(place.lib, jar) for jar in state["classpath"])
    sources = place.at("mini-orchestrator", "src", "main", "java")
    words = ["-quiet", "-Xdoclint:none", "-encoding", "UTF-8", "-d", target, "-cp", jars, "-sourcepath", sources]
    code = call([jdk.tool("javadoc"), *words, "-subpackages", "orquesta"], log, cwd=place.root)
    if code != 0:
        raise Trouble("part.failed", "javadoc", code, log)
    print(os.path.join(target, "index.html"))
    return 0
