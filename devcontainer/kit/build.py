"""The build: by Maven where a pom changed or nothing is there, else by javac what the changes touch."""

import os
import re

from kit.compile import rebuild
from kit.environment import ensure_environment
from kit.freshness import is_fresh, pom_stamps, stamps
from kit.jdk import java_env
from kit.libraries import fill_lib
from kit.lock import Lock
from kit.maven import maven
from kit.modules import content_hash, module_hash, modules_of, pom, templates_hash, version_of
from kit.moved import settle
from kit.parts import check_space, make, run_part
from kit.place import write_state


def ensure_build(place, jdk):
    with Lock(place):
        state = settle(place)
        if "classpath" not in state:
            check_space(place)
            make({"environment": lambda: ensure_environment(place, state), "build": lambda: build(place, state, jdk)})
        elif not is_fresh(place, state):
            build(place, state, jdk)
        return state


def build(place, state, jdk, environment=ensure_environment):
    """Make lib right: by Maven when a pom changed (or nothing is there), else by javac what the changes touch."""
    poms = content_hash(place.root, ["pom.xml", *(f"{module}/pom.xml" for module in modules_of(place))])
    whole = all(os.path.exists(os.path.join(place.lib, jar)) for jar in state.get("classpath", ["?"]))
    if not whole or state.get("poms_hash") != poms or not rebuild(place, state, jdk):
        environment(place, state)
        build_with_maven(place, state, jdk)
        state["poms_hash"] = poms
    state["poms"] = pom_stamps(place.root, state["modules"])
    write_state(place, state)


def build_with_maven(place, state, jdk):
    names = modules_of(place)
    seen = {name: stamps(place.root, f"{name}/src/main") for name in names}
    listing = "kit-dependencies.txt"
    packaged = ["-pl", ",".join(names), "-Dmaven.test.skip=true", "package"]
    listed = ["dependency:list", "-DoutputAbsoluteArtifactFilename=true", f"-DoutputFile=target/{listing}"]
    run_part(place, "build", [*maven(place, state), *packaged, *listed], java_env(jdk))
    state.pop("classpath", None)
    write_state(place, state)
    modules, jars = {}, {}
    for name in names:
        needs = dependencies(place.at(name, "target", listing))
        modules[name] = module_state(place, name, seen[name], needs)
        jars.update({need.jar: need.path for need in needs if not need.ours and need.scope in ("compile", "runtime")})
    state["modules"] = modules
    state["natives"] = fill_lib(place, jdk, jars, modules)
    state["libraries"] = sorted(jars)
    state["classpath"] = [*state["libraries"], *(known["jar"] for known in modules.values())]


class Need:
    """One line of Maven's list of what a module depends on, upstream modules of ours included."""

    LINE = r"^\s+([^:\s]+):([^:]+):jar:(?:[^:]+:)?[^:]+:(compile|runtime|provided|system|test):(.*?\.jar)\b"

    def __init__(self, group, artifact, scope, path):
        self.ours, self.artifact, self.scope, self.path = group == "orquesta", artifact, scope, path
        self.jar = os.path.basename(path)


def dependencies(listing):
    with open(listing, encoding="utf-8") as file:
        return [Need(*found.groups()) for found in (re.match(Need.LINE, line) for line in file) if found]


def module_state(place, name, found, needs):
    artifact = pom(place.at(name, "pom.xml")).findtext("artifactId")
    others = [need for need in needs if not need.ours]
    return {
        "stamps": found,
        "hash": module_hash(place, found),
        "templates": templates_hash(place, name),
        "artifact": artifact,
        "jar": f"{artifact}-{version_of(place)}.jar",
        "needs": [need.artifact for need in needs if need.ours and need.scope != "test"],
        "libraries": [need.jar for need in others if need.scope == "compile"],
        "provided": [need.path for need in others if need.scope in ("provided", "system")],
    }
