"""What the first check of an exercise would have to make, made beside the servers of ./kit up once they are there."""

import json

from kit.java import cache_key, java_command
from kit.jdk import java_env
from kit.place import read_state, read_text, which, write
from kit.processes import start, stop


class Preparation:
    """A process of the lowest priority that grades one starter of each shape of exercise; once for each build."""

    def __init__(self, place, jdk):
        self.place, self.jdk, self.state, self.process = place, jdk, read_state(place), None
        self.done = place.in_kit("autograder", "prepared")

    def begin(self):
        """{its name: the process}; nothing where it was done."""
        if read_text(self.done) == self.key():
            return {}
        last = ["nice", "-n", "19"] if which("nice") else []
        command = [*last, *java_command(self.place, self.state, self.jdk, ["exercise", "prepare"])]
        log = self.place.in_kit("log", "exercises.log")
        self.process = start(command, log, java_env(self.jdk), self.place.root)
        return {"exercises": self.process}

    def key(self):
        return json.dumps(cache_key(self.place, self.state, self.jdk))

    def note(self):
        """Once it has ended well, it is done."""
        if self.process and self.process.poll() == 0:
            write(self.done, self.key())
            self.process = None

    def end(self):
        if self.process and self.process.poll() is None:
            stop(self.process)
