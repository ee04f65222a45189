"""Ports of this machine: the wanted one, the first free one, whether somebody answers."""

import socket

from kit.place import WINDOWS
from kit.trouble import Trouble

PORT = 8888


def wanted_port(options):
    said = options.get("--port")
    if said is None:
        return None
    if not said.isdigit() or not 1 <= int(said) <= 65535:
        raise Trouble("port.number", said)
    return int(said)


def free_port(asked):
    """The port asked for, or the first free one of ten; a port in use is told before the work, not after."""
    for port in [asked] if asked else range(PORT, PORT + 10):
        if is_free(port):
            return port
    taken = asked or PORT
    after = next((port for port in range(taken + 1, min(taken + 200, 65535)) if is_free(port)), PORT)
    raise Trouble("port.used", taken, after, code=1)


def is_free(port):
    with socket.socket() as probe:
        if not WINDOWS:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise Trouble("port.forbidden", port) from None
        except OSError:
            return False
    return True


def answers(port):
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
        return True
    except OSError:
        return False
