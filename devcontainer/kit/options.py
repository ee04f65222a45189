"""The options of up, down, test, doctor and reset. Java reads those of its own commands."""

import sys

from kit.texts import text
from kit.trouble import Trouble

OPTIONS = {
    "up": {"--port": "N", "--no-browser": None},
    "down": {},
    "test": {"--all": None, "--only": "PART"},
    "doctor": {},
    "docs": {},
    "reset": {},
}
# The commands that take one word beside their options.
TAKES = ("reset",)


def beside_java():
    """This stage's commands, for the script that completes words: Java knows its own."""
    return [word for name in OPTIONS for word in ("--beside", name + "=" + ",".join(OPTIONS[name]))]


class Options:
    def __init__(self, name, arguments):
        self.values, self.given, known = {}, None, OPTIONS[name]
        left = list(arguments)
        while left:
            option, equals, value = left.pop(0).partition("=")
            if option in ("--help", "-h"):
                print(text(f"help.{name}"))
                sys.exit(0)
            if name in TAKES and not self.given and not option.startswith("-"):
                self.given = option
                continue
            if option not in known:
                names = [*known, "--help"]
                raise Trouble("option.unknown", name, option, nearest(option, names), ", ".join(names))
            if known[option] is None:
                if equals:
                    raise Trouble("option.value", option, value)
                self.values[option] = True
            else:
                if not equals and not left:
                    raise Trouble("option.missing", option, known[option])
                self.values[option] = value if equals else left.pop(0)

    def get(self, option):
        return self.values.get(option)


def nearest(name, names, alike=0):
    """The name that is most like it; none where no one is as like (0 to 1) as that."""
    import difflib  # only who mistypes waits for it

    return next(iter(difflib.get_close_matches(name, names, 1, alike)), None)
