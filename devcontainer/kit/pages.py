"""The pages of the first pipeline: Java serves them, this stage starts them and waits for their link."""

import re

from kit.java import java_command
from kit.jdk import java_env
from kit.place import read_state, read_text
from kit.ports import answers
from kit.processes import start

SERVED = "ventas"


def start_pages(place, jdk):
    """The pages of the first pipeline, on the first free port that they find."""
    command = java_command(place, read_state(place), jdk, ["serve", SERVED, "--chaos"])
    return start(command, pages_log(place), java_env(jdk), place.root)


def pages_log(place):
    return place.in_kit("log", "pages.log")


def pages_links(log):
    """Where the pages are, as they said themselves; nothing while they do not answer."""
    links = re.findall(r"^  Orquesta +(http\S+)$", read_text(log) or "", re.M)
    ports = [int(port) for port in re.findall(r"http://127\.0\.0\.1:(\d+)/", " ".join(links))]
    return links if ports and answers(ports[0]) else []
