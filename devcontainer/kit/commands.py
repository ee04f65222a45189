"""The commands: this stage has five, all others are Java's. On the way to Java only what it needs is imported."""

import os
import sys

from kit.freshness import is_fresh
from kit.java import java_command
from kit.jdk import find_jdk
from kit.place import WINDOWS, Place, read_state
from kit.texts import language, text
from kit.trouble import Trouble, os_trouble, report

OWN = ("up", "down", "test", "doctor", "reset", "docs")
JAVA = ("run", "rerun", "backfill", "cancel", "clean", "plan", "why", "ls", "runs", "show", "logs", "report", "schedule", "sensor", "serve", "daemon", "demo", "new", "import", "completion", "data", "grade", "hint", "exercise", "dist", "progress")
ASCII = ("ANSI_X3.4-1968", "US-ASCII", "646")  # as Linux, macOS and Solaris call it
ALIKE = 0.6  # "serv" and "serve" are, 0.89; "corre" and "doctor" are not, 0.55


def main(root, arguments):
    if not WINDOWS and only_ascii():
        if language() == "es":
            os.environ.setdefault("ORQUESTA_LANG", "es")
        os.environ["LC_ALL"] = "C.UTF-8"
    try:
        code = command(Place(root), arguments)
    except Trouble as trouble:
        code = report(trouble)
    except OSError as error:
        code = report(os_trouble(error))
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


def only_ascii():
    """LC_ALL=C, or a locale that this machine does not have: under it a JVM opens no file whose name has another letter.

    Python mends LANG=C for itself and its children.
    """
    import _locale

    before = _locale.setlocale(_locale.LC_ALL, None)
    try:
        _locale.setlocale(_locale.LC_ALL, "")
        return _locale.nl_langinfo(_locale.CODESET) in ASCII
    except _locale.Error:
        return True
    finally:
        _locale.setlocale(_locale.LC_ALL, before)


def command(place, arguments):
    name = arguments[0] if arguments else "--help"
    if name == "test" and arguments[1:2] and not arguments[1].startswith("-"):
        return hand_over(place, arguments)  # the tests of a pipeline
    if name == "completion":
        from kit.options import beside_java

        return hand_over(place, [*arguments, *beside_java()])
    if name in OWN:
        return own(place, name, arguments[1:])
    if name in ("--help", "-h", "help"):
        return usage(place)
    if name not in JAVA and not name.startswith("-"):
        from kit.options import nearest

        meant, commands = nearest(name, OWN + JAVA, ALIKE), ", ".join(OWN + JAVA)
        raise Trouble("command.unknown", name, meant, commands) if meant else Trouble("command.none", name, commands)
    return hand_over(place, arguments)


def own(place, name, arguments):
    """A command of this stage. Its options come first: a page of help, or a wrong option, needs nothing else."""
    from kit.options import Options

    options = Options(name, arguments)
    if name == "up":
        from kit import up as module
    elif name == "docs":
        from kit import docs as module
    elif name == "down":
        from kit import servers as module
    elif name == "test":
        from kit import test as module
    elif name == "reset":
        from kit import copies as module
    else:
        from kit import doctor as module
    return getattr(module, name)(place, options)


def usage(place):
    """This stage's commands, then Java's own page: two tables would differ sooner or later."""
    print(text("usage"))
    state = read_state(place)
    if not is_fresh(place, state):
        print(text("usage.later"))
        return 0
    return hand_over(place, ["--help"])


def hand_over(place, arguments):
    jdk = find_jdk()
    state = read_state(place)
    if not is_fresh(place, state):
        if "libraries" not in state and set(arguments) & {"--help", "-h"}:
            print(text("usage.later"))  # to make the whole set-up first is no answer to a question
            return 0
        from kit.build import ensure_build

        state = ensure_build(place, jdk)
    command = java_command(place, state, jdk, arguments)
    if WINDOWS:
        from subprocess import call

        sys.exit(call(command))
    sys.stdout.flush()
    os.execv(command[0], command)
