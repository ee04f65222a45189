"""Maven: the machine's if it is new enough, else one that is fetched."""

import hashlib
import os
import re
import shutil
import subprocess
import zipfile

from kit.environment import ensure_environment
from kit.kernel import jjava_jar
from kit.parts import run_part
from kit.place import WINDOWS, which
from kit.trouble import Trouble

MAVEN = (3, 8)
MAVEN_FETCHED = "3.9.11"
MAVEN_SHA256 = "0d7125e8c91097b36edb990ea5934e6c68b4440eef4ea96510a0f6815e7eeadb"


def machine_maven():
    """The machine's Maven and its version, whatever that is; None if there is none."""
    mvn = which("mvn.cmd" if WINDOWS else "mvn")
    if not mvn:
        return None
    answer = subprocess.run([mvn, "-v"], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    version = re.search(r"Apache Maven (\d+)\.(\d+)[\w.-]*", answer.stdout)
    return (mvn, (int(version[1]), int(version[2])), version[0]) if version else None


def fetched_maven(place):
    return place.in_kit("maven", f"apache-maven-{MAVEN_FETCHED}", "bin", "mvn.cmd" if WINDOWS else "mvn")


def ensure_maven(place, state):
    """The machine's Maven if it is new enough, else one fetched as an ordinary artifact."""
    machine = machine_maven()
    if machine and machine[1] >= MAVEN:
        return machine[0]
    fetched = fetched_maven(place)
    if not os.path.exists(fetched):
        ensure_environment(place, state)
        fetch_maven(place)
    return fetched


def maven(place, state):
    """The start of every Maven command. The jar that the kernel's module is compiled against is in the environment."""
    return [
        ensure_maven(place, state),
        "-B",
        "-ntp",
        "-Dstyle.color=never",
        "-Pkernel",
        f"-Djjava.jar={jjava_jar(place)}",
    ]


FETCH_MAVEN = """
import sys
from jgo.maven import MavenContext
maven = MavenContext().project("org.apache.maven", "apache-maven").at_version(sys.argv[1])
print("zip:", maven.artifact(classifier="bin", packaging="zip").resolve())
"""


def fetch_maven(place):
    run_part(place, "maven", [place.python, "-I", "-c", FETCH_MAVEN, MAVEN_FETCHED])
    with open(place.in_kit("log", "maven.log"), encoding="utf-8", errors="replace") as file:
        path = re.search(r"^zip: (.*)$", file.read(), re.M)[1]
    with open(path, "rb") as file:
        found = hashlib.sha256(file.read()).hexdigest()
    if found != MAVEN_SHA256:
        raise Trouble("maven.hash", path, code=1)
    shutil.rmtree(place.in_kit("maven"), ignore_errors=True)
    with zipfile.ZipFile(path) as archive:
        archive.extractall(place.in_kit("maven"))
    os.chmod(fetched_maven(place), 0o755)
