"""The first stage of ./kit: environment, Maven, build; all the rest it hands over to Java.

Standard library only, Python 3.11 or newer. Which module is what, and which may import which: ../README.md.
"""

import sys

PYTHON = (3, 11)


def main(root, arguments):
    """What ./kit calls. An old Python gets its sentence here, before it reads what it may not understand."""
    if sys.version_info < PYTHON:
        from kit.trouble import Trouble, report

        sys.exit(report(Trouble("python.old", "%d.%d.%d" % sys.version_info[:3], sys.executable)))
    from kit.commands import main as run

    run(root, arguments)
