"""The kit as a user has it: this checkout's set-up, moved to another folder, without network and without Maven.

Nothing that takes long is made there anew; whole_up.py, which ./kit test --all runs, makes all of it.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import unittest.mock

from support import ENGLISH, LOCALE, OFFLINE, ROOT, Place, find_jdk, kit, needs_namespace, own_namespace, program, read_text, write

HERE = Place(ROOT)

# Inside the namespace: start ./kit up, look at what its link shows, start it again, end it as Ctrl-C does.
VISIT = """
import json, signal, subprocess, sys, time, urllib.request
import jupyter_client

def visit(link, again, seen):
    base, token = link.split("/lab?token=")
    def ask(path, data=None):
        request = urllib.request.Request(base + path, data, {"Authorization": "token " + token})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read().decode()
    page = ask("/lab")
    seen["page"] = "JupyterLab" in page
    # The page keeps a kernel's state to itself while only kernel_info_request was answered, if it is told to.
    config = page.split('id="jupyter-config-data" type="application/json">')[1].split("</script>")[0]
    seen["untracked"] = json.loads(config)["untracked_message_types"]
    try:
        urllib.request.urlopen(base + "/api/contents", timeout=30)
    except urllib.error.HTTPError as refusal:
        seen["without_token"] = refusal.code
    news = json.loads(ask("/lab/api/settings/@jupyterlab/apputils-extension:notification"))
    seen["news"] = news["schema"]["properties"]["fetchNews"]["default"]
    notebook = json.loads(ask("/lab/api/settings/@jupyterlab/notebook-extension:tracker"))
    seen["wrapped"] = notebook["schema"]["properties"]["codeCellConfig"]["default"]["lineWrap"]
    seen["default"] = json.loads(ask("/api/kernelspecs"))["default"]
    kernel = json.loads(ask("/api/kernels", b'{"name": "java"}'))["id"]
    seen["kernel"] = run_cell(f"{sys.argv[3]}/kernel-{kernel}.json")
    done = subprocess.run(again, capture_output=True, text=True, timeout=60)
    seen["again"] = [done.returncode, *(line.split()[-1] for line in done.stdout.splitlines() if "token=" in line)]
    seen["listed"] = [each["name"] for each in json.loads(ask("/api/contents/notebooks"))["content"]]
    seen["lesson"] = json.loads(ask("/api/contents" + seen["again"][-1][len(base + "/lab/tree"):].split("?")[0]))["type"]

def run_cell(connection):
    client = jupyter_client.BlockingKernelClient(connection_file=connection)
    client.load_connection_file()
    client.start_channels()
    until = time.monotonic() + 90
    while True:
        try:
            client.wait_for_ready(timeout=5)
            break
        except RuntimeError:  # said of a kernel that only starts, too
            if time.monotonic() > until:
                raise
    said = []
    show = lambda message: said.append(message["content"].get("text", ""))
    client.execute_interactive('System.out.println("answer " + 6 * 7);', timeout=60, output_hook=show)
    client.stop_channels()
    return "".join(said).strip()

began = time.monotonic()
command = [sys.argv[1], "up", "--no-browser"]
up = subprocess.Popen([*command, "--port", sys.argv[2]], stdout=subprocess.PIPE, text=True)
link = next((line.split()[-1] for line in up.stdout if "token=" in line), None)
seen = {"link": link, "seconds": time.monotonic() - began}
try:
    visit(link, command, seen)
finally:
    up.send_signal(signal.SIGINT)
    seen["exit"] = up.wait(120)
    print(json.dumps(seen))
"""

def copy_checkout():
    """The sources, and .kit by hard links, under a name with a blank and an accent."""
    folder = tempfile.mkdtemp(prefix="movido año ", dir=HERE.kit)
    for top, folders, files in os.walk(ROOT):
        sources = [name for name in folders if name not in kit.other_jdk.NOT_SOURCES]
        folders[:] = [name for name in sources if not os.path.islink(f"{top}/{name}")]
        copy(top, files, folder, shutil.copy2)
    for name in ("lib", "venv", "cds"):
        for top, _, files in os.walk(HERE.in_kit(name)):
            copy(top, files, folder, os.link)
    shutil.copytree(HERE.venv, os.path.join(folder, ".kit", "venv"), True, only_links, dirs_exist_ok=True)
    shutil.copy2(HERE.in_kit("state.json"), os.path.join(folder, ".kit", "state.json"))
    return folder


def only_links(top, names):
    return [name for name in names if os.path.isfile(f"{top}/{name}") and not os.path.islink(f"{top}/{name}")]


def copy(top, files, folder, how):
    target = os.path.join(folder, os.path.relpath(top, ROOT))
    os.makedirs(target, exist_ok=True)
    for name in files:
        if not os.path.islink(os.path.join(top, name)):
            how(os.path.join(top, name), os.path.join(target, name))


def foreign(home, kernel):
    """The files in a user's home that no ./kit may leave there; the state is what a test asked for."""
    ours = [os.path.dirname(kernel), *(os.path.join(home, name) for name in (".m2", ".cache/pip", "state"))]
    files = [os.path.join(top, name) for top, _, names in os.walk(home) for name in names]
    return sorted(file for file in files if not file.startswith(tuple(f"{folder}/" for folder in ours)))


@unittest.skipUnless(os.path.exists(HERE.in_kit("state.json")), "this folder is not set up: run ./kit up")
class MovedCheckoutTest(unittest.TestCase):
    """One checkout for all, in the order of the names: what is repaired once is right afterwards."""

    @classmethod
    def setUpClass(cls):
        cls.root = copy_checkout()
        cls.addClassCleanup(shutil.rmtree, cls.root, ignore_errors=True)
        cls.home = os.path.join(cls.root, ".kit", "home")
        os.makedirs(cls.home)
        cls.place = Place(cls.root)
        # No Maven; tools that stand beside it are linked, since distributions put all in one folder.
        cls.tools = os.path.join(cls.root, ".kit", "tools")
        os.makedirs(cls.tools)
        for tool in ("sh", "sed", "python3", "unshare", "java"):
            os.symlink(os.path.realpath(program(tool)), f"{cls.tools}/{tool}")
        cls.env = {key: value for key, value in os.environ.items() if key not in LOCALE}
        cls.env |= {"HOME": cls.home, "PATH": cls.tools, "KIT_TEST_MARK": cls.root, "ORQUESTA_LANG": "en"}

    def run_offline(self, *command):
        before = OFFLINE if own_namespace() else ()
        return subprocess.run([*before, *command], env=self.env, capture_output=True, text=True, timeout=300)

    def kit(self, *arguments):
        return self.run_offline(os.path.join(self.root, "kit"), *arguments)

    def test_1_doctor_tells_the_move(self):
        said = self.kit("doctor")
        self.assertIn(ENGLISH["checkout.moved"].format(ROOT, self.root), said.stdout)
        self.assertEqual(said.returncode, 1)

    def test_2_commands_of_java_run_there(self):
        # The pipeline is run by up.
        said = self.kit("plan", "ventas", "--home", os.path.join(self.home, "state"))
        self.assertEqual(said.returncode, 0, said.stderr)
        self.assertIn("publicar_reporte", said.stdout)
        self.assertFalse(os.path.exists(self.place.in_kit("log", "build.log")), "Maven was started")

    def test_3_the_environments_own_commands_run_there(self):
        said = self.run_offline(os.path.join(os.path.dirname(self.place.python), "pip"), "--version")
        self.assertIn(self.place.venv, said.stdout, said.stderr)

    def keep_archive(self):
        """What the move made useless is put back: the class-data archive, which a JVM leaves out if it does not fit."""
        for top, _, files in os.walk(HERE.in_kit("cds")):
            copy(top, [name for name in files if not os.path.exists(self.place.in_kit("cds", name))], self.root, os.link)
        # The lib is this checkout's own, so its key holds there, too: nothing is made ready for exercises that nobody checks.
        write(self.place.in_kit("autograder", "prepared"), kit.exercises.Preparation(HERE, find_jdk()).key())

    def test_4_up_starts_shows_refuses_strangers_and_ends_whole(self):
        self.keep_archive()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        seen, _ = self.visit(port)
        self.assertRegex(seen["link"], rf"^http://127\.0\.0\.1:{port}/lab\?token=[0-9a-f]{{32}}$")
        self.assertEqual((seen["page"], seen["without_token"]), (True, 403))
        self.assertNotIn("kernel_info_request", seen["untracked"], "the state of an idle kernel would be Unknown")
        self.assertTrue(seen["wrapped"], "a projector would cut long lines of code")
        self.assertEqual(seen["news"], "false", "JupyterLab would ask each student whether it may fetch its news")
        self.assertEqual((seen["default"], seen["kernel"]), ("java", "answer 42"))
        lesson = seen["link"].replace("/lab?", "/lab/tree/notebooks/my/L00.ipynb?")
        self.assertEqual(seen["again"], [0, seen["link"], lesson])
        self.assertEqual(seen["lesson"], "notebook")
        self.assertLessEqual({"en", "es"}, set(seen["listed"]))
        self.assertEqual({"drafts", "questions", "builder"} & set(seen["listed"]), set())
        self.assertEqual(seen["exit"], 130)
        self.assertRegex(read_text(self.place.in_kit("log", "first_run.log")), r"(?m)^Run 1 . (ok|warned):")
        until = time.monotonic() + 60  # a process that was killed is there until the system has taken it away
        while self.left_over() and time.monotonic() < until:
            time.sleep(0.05)
        self.assertEqual(self.left_over(), [])

    def visit(self, port):
        runtime = self.place.in_kit("jupyter", "runtime")
        done = self.run_offline(self.place.python, "-c", VISIT, os.path.join(self.root, "kit"), str(port), runtime)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout), done.stderr

    def test_6_doctor_has_nothing_left_to_say(self):
        said = self.kit("doctor")
        self.assertEqual((said.returncode, said.stdout.splitlines()[-1]), (0, ENGLISH["doctor.well"]), said.stdout)

    def test_7_the_commands_of_java_are_those_of_the_table(self):
        listed = self.kit("--help").stdout.partition("\nCommands:\n")[2]
        # test PIPELINE is Java's, the other test is not.
        self.assertEqual(set(re.findall(r"(?m)^  (\w+)", listed)), {*kit.commands.JAVA, "test"})

    @needs_namespace
    def test_8_all_this_went_without_network(self):
        said = self.run_offline(sys.executable, "-c", "import socket; socket.create_connection(('192.0.2.1', 9), 1)")
        self.assertIn("Network is unreachable", said.stderr)

    def test_9_the_home_of_its_user_holds_the_kernel_and_the_usual_caches_alone(self):
        with unittest.mock.patch.dict(os.environ, {"HOME": self.home}):
            kernel = kit.kernel.user_kernel()
        self.assertEqual(foreign(self.home, kernel), [])
        self.assertTrue(os.path.isfile(kernel), "it was emptied, or up no longer tells VS Code of the kernel")

    def left_over(self):
        mark, found = f"KIT_TEST_MARK={self.root}".encode(), []
        for name in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{name}/environ", "rb") as file, open(f"/proc/{name}/cmdline", "rb") as line:
                    if mark in file.read():
                        found.append(line.read())
            except OSError:
                continue
        return found


if __name__ == "__main__":
    unittest.main()
