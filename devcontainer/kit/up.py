"""./kit up: the set-up, then both servers until Ctrl-C."""

import os
import secrets
import sys
import time

from kit.copies import first_copy, lay_copies
from kit.exercises import Preparation
from kit.jdk import find_jdk
from kit.jupyter import jupyter_link, start_jupyter
from kit.pages import pages_links, pages_log, start_pages
from kit.parts import Progress, failure
from kit.place import WINDOWS
from kit.ports import answers, free_port, wanted_port
from kit.processes import end_like_ctrl_c, stop
from kit.servers import record_servers, running_server, stop_servers
from kit.set_up import set_up
from kit.texts import text


def up(place, options):
    end_like_ctrl_c()
    asked = wanted_port(options)
    running = running_server(place)
    if running:
        print(text("up.running"))
        print_links(place, running)
        return 0
    stop_servers(place)  # what a ./kit up that was killed left behind
    free_port(asked)  # told before the work; and once more after it, which takes minutes the first time
    jdk = find_jdk()
    set_up(place, jdk)
    lay_copies(place)
    return serve(place, free_port(asked), jdk, browser=not options.get("--no-browser"))


def serve(place, port, jdk, browser):
    """Both servers, until Ctrl-C or until one of them ends."""
    server, started, exercises = {"port": port, "token": secrets.token_hex(16)}, {}, Preparation(place, jdk)
    try:
        with Progress(1).part("servers"):
            started["pages"] = start_pages(place, jdk)
            started["jupyter"] = start_jupyter(place, port, server["token"])
            record_servers(place, server, started)
            while not (answers(port) and pages_links(pages_log(place))):
                require_alive(place, started, port)
                time.sleep(0.05)
        record_servers(place, server, {**started, **exercises.begin()})
        print_links(place, server)
        print(text("up.ctrl_c"), flush=True)
        if browser:
            open_browser(pages_links(pages_log(place))[0])
        while True:
            require_alive(place, started, port)
            exercises.note()
            time.sleep(0.5)
    finally:
        exercises.end()
        for process in started.values():
            stop(process)


def require_alive(place, started, port):
    for key, process in started.items():
        if process.poll() is not None:
            if key == "jupyter":
                free_port(port)  # another program may have taken it during the set-up; that has a sentence of its own
            raise failure(place, key, process.returncode, place.in_kit("log", f"{key}.log"))


def print_links(place, server):
    links = [("Orquesta", link) for link in pages_links(pages_log(place))]
    links.append(("JupyterLab", jupyter_link(server["port"], server["token"])))
    lesson = first_copy(place)
    if lesson:
        links.append((text("up.lesson"), jupyter_link(server["port"], server["token"], f"/tree/{lesson}")))
    # At once: who waits for the first of them, as links.sh does, finds all.
    print("\n".join(f"  {name:<12}{link}" for name, link in links), flush=True)


def open_browser(link):
    """Only where somebody can see it: at a terminal, with a display."""
    if sys.stdout.isatty() and (WINDOWS or sys.platform == "darwin" or os.environ.get("DISPLAY")):
        import webbrowser

        webbrowser.open(link)
