"""What test_up.py looks at, with all that a move makes ./kit up do again, and more starts: for ./kit test --all."""

import json
import os
import re
import socket
import subprocess
import sys
import unittest

import test_up
from support import ENGLISH, find_jdk, kit, read_text

# The same, where the first ./kit up is killed and can stop nothing.
KILLED = """
import json, subprocess, sys, urllib.request

def up():
    process = subprocess.Popen([sys.argv[1], "up", "--no-browser", "--port", sys.argv[2]], stdout=subprocess.PIPE, text=True)
    return process, next(line.split()[-1] for line in process.stdout if "token=" in line)

def status(link):
    base, token = link.split("/lab?token=")
    request = urllib.request.Request(base + "/api/status", None, {"Authorization": "token " + token})
    return urllib.request.urlopen(request, timeout=30).status

first, dead = up()
first.kill()
first.wait()
second, link = up()
try:
    seen = {"new": dead != link, "status": status(link)}
finally:
    down = subprocess.run([sys.argv[1], "down"], capture_output=True, text=True, timeout=60)
print(json.dumps({**seen, "down": down.stdout, "exit": second.wait(60)}))
"""

# Until what the first checks of exercises need is there; a minute where nothing else runs.
PREPARED = """
import os, subprocess, sys, time
up = subprocess.Popen([sys.argv[1], "up", "--no-browser", "--port", sys.argv[2]], stdout=subprocess.PIPE)
until = time.monotonic() + 240
while not os.path.exists(sys.argv[3]) and up.poll() is None and time.monotonic() < until:
    time.sleep(0.2)
print(os.path.exists(sys.argv[3]))
subprocess.run([sys.argv[1], "down"], capture_output=True, timeout=60)
up.wait(60)
"""


class WholeStartTest(test_up.MovedCheckoutTest):
    """All of those tests, and between them what takes longer."""

    def keep_archive(self):
        """It is made anew."""

    def test_5_a_second_start_makes_nothing_again(self):
        made = self.made()
        _, said = self.visit(18999)
        self.assertEqual(len(re.findall(r" \d+\.\d s", said)), 7, said)
        self.assertEqual(self.made(), made, said)

    def test_5_what_a_killed_start_left_is_ended_and_its_link_never_shown_again(self):
        done = self.run_offline(self.place.python, "-c", KILLED, os.path.join(self.root, "kit"), "18998")
        self.assertEqual(done.returncode, 0, done.stderr)
        said = {"new": True, "status": 200, "down": ENGLISH["down.stopped"] + "\n", "exit": 130}
        self.assertEqual(json.loads(done.stdout), said)
        self.assertEqual(self.left_over(), [])
        self.assertEqual(self.kit("down").stdout, ENGLISH["down.nothing"] + "\n")

    def test_6_exercises_are_made_ready_beside_the_servers(self):
        done = self.place.in_kit("autograder", "prepared")
        said = self.run_offline(self.place.python, "-c", PREPARED, os.path.join(self.root, "kit"), "18997", done)
        self.assertEqual(said.stdout, "True\n", said.stderr)
        self.assertRegex(read_text(self.place.in_kit("log", "exercises.log")), r"(?s)\AE01 graded 0\n.*E27 graded 0\n")
        self.assertEqual(self.left_over(), [])

    def made(self):
        """What the steps of `up` leave behind, with the time of its last change."""
        files = [self.place.in_kit("state.json"), os.path.join(self.place.venv, "pyvenv.cfg")]
        for name in ("lib", "cds", "compiled"):
            for top, _, names in os.walk(self.place.in_kit(name)):
                files += [os.path.join(top, name) for name in names]
        return {file: os.stat(file).st_mtime_ns for file in files}

    def test_9_where_no_maven_is_on_the_path_one_is_fetched(self):
        probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        with probe:
            try:
                probe.connect(("192.0.2.1", 9))
            except OSError:
                self.skipTest("no network here")
        script = "import sys; sys.path.insert(0, sys.argv[1] + '/devcontainer'); import kit.maven, kit.place as at\n"
        script += "place = at.Place(sys.argv[1]); print(kit.maven.ensure_maven(place, at.read_state(place)))"
        command = [sys.executable, "-c", script, self.root]
        done = subprocess.run(command, env={**self.env, "HOME": os.environ["HOME"]}, capture_output=True, text=True)
        self.assertEqual(done.stdout.strip(), kit.maven.fetched_maven(self.place), done.stderr)
        env = {**os.environ, "JAVA_HOME": find_jdk().home}
        version = subprocess.run([done.stdout.strip(), "-v"], env=env, capture_output=True, text=True).stdout
        self.assertIn(f"Apache Maven {kit.maven.MAVEN_FETCHED} ", version)


if __name__ == "__main__":
    unittest.main()
