"""The modules: what the poms and the sources say of them, without Maven."""

import hashlib
import os
from xml.etree import ElementTree

from kit.freshness import stamps

# The examples are read as text by the pipeline's loader, which compiles the folder itself: their classes must not hide
# behind a jar. The browser's module is tests alone, and needs 202 MB that nobody else does.
NOT_IN_LIB = ("mini-orchestrator/examples", "mini-orchestrator/browser")


def modules_of(place):
    names = [module.text for module in pom(place.at("pom.xml")).iter("module")]
    return [name for name in names if name not in NOT_IN_LIB]


def pom(path):
    tree = ElementTree.parse(path).getroot()
    for element in tree.iter():
        element.tag = element.tag.rpartition("}")[2]
    return tree


def version_of(place):
    return pom(place.at("pom.xml")).findtext("version")


def content_hash(root, paths):
    whole = hashlib.sha256()
    for path in paths:
        with open(os.path.join(root, path), "rb") as file:
            content = file.read()
        whole.update(f"{path} {len(content)}\n".encode() + content)
    return whole.hexdigest()


def module_hash(place, found):
    return content_hash(place.root, [path for path, _, _ in found])


# What these do for a module does not change its classes: tests, the manifest, which stays as Maven wrote it, and
# Java from templates, which is as Maven left it while the templates are the same.
HARMLESS = {"maven-surefire-plugin", "maven-jar-plugin", "jte-maven-plugin"}
TEMPLATES, GENERATED = "src/main/jte", "target/generated-sources/jte"


def templates_hash(place, name):
    return module_hash(place, stamps(place.root, f"{name}/{TEMPLATES}"))


def has_its_templates(place, state, name):
    """Whether the Java that Maven made from a module's templates is there, and from these templates."""
    if not os.path.isdir(place.at(name, TEMPLATES)):
        return True
    same = state["modules"][name].get("templates") == templates_hash(place, name)
    return same and os.path.isdir(place.at(name, GENERATED))


def plugins(place, name):
    return {plugin.findtext("artifactId") for plugin in pom(place.at(name, "pom.xml")).iter("plugin")}


def source_packages(place, name):
    found = set()
    for top in (place.at(name, "src", "main", "java"), place.at(name, GENERATED)):
        for at, _, files in os.walk(top):
            if any(file.endswith(".java") for file in files):
                found.add(os.path.relpath(at, top))
    return found
