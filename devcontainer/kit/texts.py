"""What the kit says, in the language of who reads it; the sentences are in english.py and spanish.py."""

import os


def language():
    for name in ("ORQUESTA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "es" if os.environ[name].lower().startswith("es") else "en"
    return "en"


def text(key, *gaps):
    return table()[key].format(*gaps)


def table():
    """The sentences of one language; the other is not even read."""
    if language() == "es":
        from kit.spanish import SPANISH

        return SPANISH
    from kit.english import ENGLISH

    return ENGLISH
