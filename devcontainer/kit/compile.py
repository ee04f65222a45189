"""What changed since Maven's build, compiled by javac alone and put into its jars."""

import os
import shutil
import sys
import time
import zipfile

from kit.freshness import stamps
from kit.modules import GENERATED, HARMLESS, has_its_templates, module_hash, plugins, pom, source_packages
from kit.place import read_text, write
from kit.processes import call
from kit.texts import text
from kit.trouble import Trouble


def rebuild(place, state, jdk):
    """Compile the modules whose content changed, and those that read them, in one javac; False where only Maven can."""
    modules = state["modules"]
    found = {name: stamps(place.root, f"{name}/src/main") for name in modules}
    touched = [name for name in modules if found[name] != modules[name]["stamps"]]
    hashes = {name: module_hash(place, found[name]) for name in touched}
    changed = {modules[name]["artifact"] for name in touched if hashes[name] != modules[name]["hash"]}
    affected = [name for name, known in modules.items() if changed & {known["artifact"], *known["needs"]}]
    if any(plugins(place, name) - HARMLESS or not has_its_templates(place, state, name) for name in affected):
        return False
    if affected:
        began = time.monotonic()
        for group in groups(place, affected):
            compile_modules(place, state, jdk, group)
        seconds = f"{time.monotonic() - began:.1f}"
        print("kit: " + text("build.again", ", ".join(affected), seconds), file=sys.stderr, flush=True)
    for name in touched:
        modules[name].update(stamps=found[name], hash=hashes[name])
    return True


def groups(place, names):
    """All at once (one JVM), unless two modules share a package and their classes could not be told apart."""
    packages = [package for name in names for package in source_packages(place, name)]
    return [names] if len(packages) == len(set(packages)) else [[name] for name in names]


def compile_modules(place, state, jdk, names):
    known = [state["modules"][name] for name in names]
    own = {module["artifact"] for module in known}
    upstream = {need for module in known for need in module["needs"]} - own
    libraries = {os.path.join(place.lib, jar) for module in known for jar in module["libraries"]}
    libraries |= {os.path.join(place.lib, m["jar"]) for m in state["modules"].values() if m["artifact"] in upstream}
    libraries |= {jar for module in known for jar in module["provided"]}
    classes = place.in_kit("build", "classes")
    shutil.rmtree(classes, ignore_errors=True)
    os.makedirs(classes)
    tops = [f"{name}/{top}" for name in names for top in ("src/main/java", GENERATED)]
    found = [place.at(path) for top in tops for path, _, _ in stamps(place.root, top)]
    sources = [path for path in found if path.endswith(".java")]
    if sources:
        options = ["-d", classes, "-cp", os.pathsep.join(sorted(libraries)), *javac_options(place)]
        javac(place, jdk, [*options, *sources], names)
    for name in names:
        jar_up(place, name, state["modules"][name]["jar"], classes)


def javac(place, jdk, arguments, names):
    """Compile, with the arguments in a file: a system may refuse a command line of some hundred paths."""
    quoted = ('"' + argument.replace("\\", "\\\\").replace('"', '\\"') + '"' for argument in arguments)
    file, log = place.in_kit("build", "javac.args"), place.in_kit("log", "javac.log")
    write(file, "\n".join(quoted))
    # A compiler that lives a second gains nothing from the second compiler of its JVM.
    command = [jdk.tool("javac"), "-J-XX:+UseSerialGC", "-J-XX:TieredStopAtLevel=1", "-J-Dfile.encoding=UTF-8"]
    if call([*command, f"@{file}"], log, cwd=place.root) != 0:
        said = (read_text(log) or "").replace(place.root + os.sep, "").splitlines()
        raise Trouble("build.compile", ", ".join(names), tail=said[:60])


def javac_options(place):
    """The compiler's options as the root pom gives them to Maven; a test compares the two."""
    root = pom(place.at("pom.xml"))
    properties = {element.tag: element.text for element in root.find("properties")}
    return [
        *("--release", properties["maven.compiler.release"], "-encoding", properties["project.build.sourceEncoding"]),
        *("-g", "-parameters", "-proc:none", "-Werror", properties["lint"], properties["concat"]),
    ]


MANIFEST = "META-INF/MANIFEST.MF"


def jar_up(place, name, jar, classes):
    files = {}
    for package in sorted(source_packages(place, name)):
        folder = os.path.join(classes, package)
        for file in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
            if file.endswith(".class"):
                files[os.path.normpath(os.path.join(package, file))] = os.path.join(folder, file)
    top = f"{name}/src/main/resources"
    files.update({path.removeprefix(top + "/"): place.at(path) for path, _, _ in stamps(place.root, top)})
    target = os.path.join(place.lib, jar)
    fresh = f"{target}.{os.getpid()}"
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(fresh, "w") as archive:
        archive.writestr(old.getinfo(MANIFEST), old.read(MANIFEST))
        for entry, path in files.items():
            with open(path, "rb") as file:
                archive.writestr(zipfile.ZipInfo(entry.replace(os.sep, "/")), file.read())
    os.replace(fresh, target)
