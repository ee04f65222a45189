"""What stops a command: a sentence that says the remedy, and the code to exit with."""

import errno
import sys

from kit.texts import text


class Trouble(Exception):
    """What stops a command: one sentence of the table, and the exit code (2: something to set right, 1: try again)."""

    def __init__(self, key, *gaps, code=2, tail=()):
        super().__init__(key)
        self.key, self.gaps, self.code, self.tail = key, gaps, code, tail

    def __str__(self):
        return text(self.key, *self.gaps)


def report(trouble):
    for line in trouble.tail:
        print(line, file=sys.stderr)
    print(f"kit: {trouble}", file=sys.stderr)
    return trouble.code


def os_trouble(error):
    where = error.filename or "?"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble("disk.full", where, code=1)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Trouble("disk.readonly", where, error.strerror)
    return Trouble("os", where, error.strerror or str(error), code=1)
