"""The JDK: which one serves, and the flags that its version knows."""

import os
import re

from kit.place import WINDOWS, which
from kit.trouble import Trouble

JDK = 17

# What a JVM of ours gets, by the feature version from which on it knows the flag. The logging flags silence what it
# says of a stale class-data archive, warnings on stdout and errors of 25 on stderr: it starts without one as well.
# 22 to 24 have a console without a terminal, too, unless they take that of 17 and 25: tables are cut in a terminal alone.
FLAGS = (
    (17, ("-XX:+UseSerialGC", "-Xlog:disable", "-Xlog:all=error,cds*=off:stderr")),
    (22, ("-Djdk.console=java.base",)),
    (24, ("-Xlog:aot*=off:stderr",)),
    (17, ("-Dfile.encoding=UTF-8", "-Dslf4j.internal.verbosity=ERROR")),
    (17, () if WINDOWS else ("-Dsun.stdout.encoding=UTF-8", "-Dsun.stderr.encoding=UTF-8")),
    (19, () if WINDOWS else ("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8")),
    (22, ("--enable-native-access=ALL-UNNAMED",)),
    (23, ("--sun-misc-unsafe-memory-access=allow",)),
)


class Jdk:
    def __init__(self, home, version):
        self.home, self.version = home, version
        numbers = version.removeprefix("1.").split(".")[0].split("-")[0].split("+")[0]
        self.feature = int(numbers) if numbers.isdigit() else 0

    def tool(self, name):
        return os.path.join(self.home, "bin", name + (".exe" if WINDOWS else ""))

    def flags(self):
        return [flag for since, flags in FLAGS if self.feature >= since for flag in flags]


def read_jdk(home):
    """The JDK of a folder, told by its release file (no JVM starts for that); None if there is none."""
    try:
        with open(os.path.join(home, "release"), encoding="utf-8") as file:
            for line in file:
                if line.startswith("JAVA_VERSION="):
                    return Jdk(home, line.split("=", 1)[1].strip().strip('"'))
    except OSError:
        pass
    return None


def ask_java(java):
    """For a java that is no link into its JDK (the shims of version managers): ask it."""
    import subprocess  # not before it is needed: every command imports this file

    try:
        answer = subprocess.run(
            [java, "-XshowSettings:properties", "-version"], capture_output=True, text=True, timeout=60
        ).stderr
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = {key: value.strip() for key, value in re.findall(r"^\s+(java\.home|java\.version) = (.*)$", answer, re.M)}
    return Jdk(found["java.home"], found["java.version"]) if len(found) == 2 else None


def usable(jdk):
    """Why a JDK cannot serve, or None."""
    if jdk.feature < JDK:
        return Trouble("jdk.old", jdk.version, jdk.home)
    if not os.path.exists(jdk.tool("javac")):
        return Trouble("jdk.runtime", jdk.home)
    return None


def find_jdk():
    """JAVA_HOME if it can serve, else the java on PATH."""
    trouble = None
    home, java = os.environ.get("JAVA_HOME"), which("java")
    for found in (
        lambda: home and read_jdk(home),
        lambda: java and (read_jdk(os.path.dirname(os.path.dirname(os.path.realpath(java)))) or ask_java(java)),
    ):
        jdk = found()
        if jdk:
            wrong = usable(jdk)
            if not wrong:
                return jdk
            trouble = trouble or wrong
    raise trouble or Trouble("jdk.missing")


def java_env(jdk, **more):
    path = os.path.join(jdk.home, "bin") + os.pathsep + os.environ.get("PATH", os.defpath)
    return {**os.environ, "JAVA_HOME": jdk.home, "PATH": path, **more}
