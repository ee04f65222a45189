"""The class-data archives of each JDK: the classes of the JDK and of the libraries, ready to map, and on them our own.

A JDK that can has a cache of a whole run as well.
"""

import os
import re
import shutil
import time
from concurrent.futures import ThreadPoolExecutor

from kit.freshness import stamp
from kit.java import CACHING, archive_file, archive_flags, cache_file, cache_is_fresh, cache_key
from kit.java import java_command, own_archive_file
from kit.jdk import java_env
from kit.pages import SERVED, pages_links
from kit.place import read_text, write, write_state
from kit.processes import call, start, stop

RUN = ("run", "ventas", "--home", "{home}", "--set", "reports={home}/reports")
GRADING = ("exercise", "prepare", "--first")


def archive_key(place, state, jdk):
    return [jdk.home, stamp(jdk.home, "release"), [stamp(place.lib, jar) for jar in state["libraries"]]]


def archive_is_fresh(place, state, jdk):
    known = state.get("archives", {}).get(jdk.version)
    return os.path.exists(archive_file(place, jdk)) and known == archive_key(place, state, jdk)


def ensure_archive(place, state, jdk):
    """Both archives and the cache; without them all works, only later."""
    if not archive_is_fresh(place, state, jdk):
        dump_libraries(place, state, jdk)
    if not own_archive_is_fresh(place, state, jdk):
        dump_own(place, state, jdk)
    if jdk.feature >= CACHING and not cache_is_fresh(place, state, jdk):
        train(place, state, jdk)


def dump_libraries(place, state, jdk):
    """Run a small pipeline and a grading, list the classes that they load, dump those of the JDK and of the libraries.

    Our own classes stay out: with them each edit would make the archive useless. It serves as long as its class path is
    the beginning of the real one.
    """
    file, home, log = archive_file(place, jdk), place.in_kit("cds", "home"), place.in_kit("log", "archive.log")
    shutil.rmtree(home, ignore_errors=True)
    os.makedirs(home)
    with ThreadPoolExecutor() as beside:
        grading = beside.submit(classes_of, place, state, jdk, home, GRADING)
        lines = [*classes_of(place, state, jdk, home, RUN), *classes_of_pages(place, state, jdk, home), *grading.result()]
    listed = os.path.join(home, "classes")
    write(listed, "".join(dict.fromkeys(lines)))
    libraries = os.pathsep.join(os.path.join(place.lib, jar) for jar in state["libraries"])
    # Dumped under G1, which alone keeps the JDK's heap objects too; the serial collector can read them.
    flags = [flag for flag in jdk.flags() if flag.startswith("--")]
    dump = ["-Xshare:dump", "-XX:+UseG1GC", f"-XX:SharedClassListFile={listed}", f"-XX:SharedArchiveFile={file}.new"]
    call([jdk.tool("java"), *flags, *dump, "-cp", libraries], log, java_env(jdk), place.root)
    shutil.rmtree(home, ignore_errors=True)
    keep(place, state, jdk, "archives", file, archive_key)


def own_archive_key(place, state, jdk):
    return [stamp(place.kit, f"cds/{jdk.version}.jsa"), [stamp(place.lib, jar) for jar in state["classpath"]]]


def own_archive_is_fresh(place, state, jdk):
    known = state.get("own_archives", {}).get(jdk.version)
    return os.path.exists(own_archive_file(place, jdk)) and known == own_archive_key(place, state, jdk)


def dump_own(place, state, jdk):
    """What a run of a small pipeline loads beyond the libraries, with its lambdas: 500 classes, 0.1 s of CPU a run.

    A JVM leaves this archive out as soon as a jar of ours is newer, and uses the other one alone.
    """
    below, file = archive_file(place, jdk), own_archive_file(place, jdk)
    if os.path.exists(below):
        run_with(place, state, jdk, [*archive_flags(below), f"-XX:ArchiveClassesAtExit={file}.new"])
        keep(place, state, jdk, "own_archives", file, own_archive_key)


def train(place, state, jdk):
    """A run that learns, and a JVM after it that writes what it learnt."""
    file = cache_file(place, jdk)
    run_with(place, state, jdk, [f"-XX:AOTCacheOutput={file}.new"])
    keep(place, state, jdk, "caches", file, cache_key)


def run_with(place, state, jdk, flags):
    """A run of a small pipeline whose flags make it leave a file at its end."""
    home, log = place.in_kit("cds", "home"), place.in_kit("log", "archive.log")
    shutil.rmtree(home, ignore_errors=True)
    os.makedirs(home)
    command = java_command(place, state, jdk, [word.format(home=home) for word in RUN], archive=False)
    call([command[0], *flags, *command[1:]], log, java_env(jdk), place.root)
    shutil.rmtree(home, ignore_errors=True)


def keep(place, state, jdk, kind, file, key):
    """A new file takes the place of the old one, and what it was made of is noted; nothing if none was left."""
    if os.path.exists(f"{file}.new"):
        os.replace(f"{file}.new", file)
        state.setdefault(kind, {})[jdk.version] = key(place, state, jdk)
        write_state(place, state)


def classes_of(place, state, jdk, home, words):
    """What a command loads until it ends."""
    listed, log = (os.path.join(home, f"{words[0]}.{end}") for end in ("classes", "log"))
    command = java_command(place, state, jdk, [word.format(home=home) for word in words], archive=False)
    call([command[0], f"-XX:DumpLoadedClassList={listed}", *command[1:]], log, java_env(jdk), place.root)
    return classes_in(listed)


def classes_in(listed):
    """The lines of a list that a run left, without the numbers that some JDKs give the classes, each run its own."""
    lines = re.sub(r"(?m) id: \d+$", "", read_text(listed) or "").splitlines(keepends=True)
    return [line for line in lines if "orquesta" not in line and "source:" not in line]


def classes_of_pages(place, state, jdk, home):
    """What the pages load until the first of them is there; nothing if they do not come up."""
    from urllib import request  # 100 modules, for a thing done once

    listed, log = os.path.join(home, "classes-of-pages"), os.path.join(home, "pages.log")
    command = java_command(place, state, jdk, ["serve", SERVED, "--home", home, "--port", "0"], archive=False)
    pages = start([command[0], f"-XX:DumpLoadedClassList={listed}", *command[1:]], log, java_env(jdk), place.root)
    try:
        until = time.monotonic() + 60
        while not pages_links(log) and pages.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        for link in pages_links(log)[-1:]:
            for path in ("", "runs/1"):
                request.urlopen(link + path, timeout=30).close()
    except OSError:
        pass
    finally:
        stop(pages)
    return classes_in(listed)
