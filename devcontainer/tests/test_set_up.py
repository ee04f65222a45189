"""What can be missing or in the way of the set-up: each thing really missing or in the way, where that can be had."""

import contextlib
import importlib.util
import json
import os
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
import unittest
from unittest import mock

from support import (
    ENGLISH,
    LANGUAGES,
    OFFLINE,
    QUICK_MAVEN,
    ROOT,
    TEXTS,
    Jdk,
    KitCase,
    Options,
    Place,
    find_jdk,
    kit,
    needs_namespace,
    read_jdk,
    read_state,
    read_text,
    sentence,
    write,
    write_state,
)

IN_KIT = "import sys; sys.path.insert(0, sys.argv[1] + '/devcontainer'); import kit.commands, kit.parts, kit.place\n"
IN_KIT += "place = kit.place.Place(sys.argv[1])\n"


def mounted(options):
    """Run a command with a small file system over the folder $1, the launcher in it."""
    script = f'mount -t tmpfs -o size=6m none "$1" && cp -r "$2"/. "$1" && mount -o remount,{options} "$1" && shift 2'
    return ["unshare", "-rm", "sh", "-c", script + ' && exec "$@"', "sh"]


class DiskTest(KitCase):
    def on_small_disk(self, options, *command, language="en"):
        small = self.folder("small")
        with self.environ():
            jdk = find_jdk().home
        line = [*mounted(options), small, self.root, *[word.replace("{}", small) for word in command]]
        env = self.env(language, JAVA_HOME=jdk, PYTHONDONTWRITEBYTECODE="1")
        return small, subprocess.run(line, env=env, capture_output=True, text=True)

    @needs_namespace
    def test_too_little_space_is_said_before_the_set_up(self):
        for language in LANGUAGES:
            small, said = self.on_small_disk("rw", "{}/kit", "up", "--no-browser", language=language)
            free = said.stderr.split(" MB")[0].split()[-1]
            self.assertIn(int(free), (3, 4, 5))
            needed = kit.parts.SPACE_MB["checkout"]
            self.assertEqual(said.stderr, f"kit: {sentence(language, 'disk.small', small, free, needed)}\n")
            self.assertEqual(said.returncode, 1)

    @needs_namespace
    def test_a_disk_that_fills_up_under_a_part_is_said(self):
        """The log of the part is on it, too, and stays empty."""
        fills = "lambda *_: kit.parts.run_part(place, 'environment', ['sh', '-c', 'cat /dev/zero > \"$0\"', place.in_kit('big')])"
        script = IN_KIT + f"kit.commands.command = {fills}\nkit.main(sys.argv[1], [])"
        small, said = self.on_small_disk("rw", sys.executable, "-I", "-c", script, "{}")
        self.assertEqual(said.stderr.splitlines()[-1], f"kit: {sentence('en', 'disk.full', small)}")
        self.assertEqual(said.returncode, 1)

    @needs_namespace
    def test_a_disk_that_fills_up_under_our_own_hands_is_said(self):
        script = (
            IN_KIT
            + "kit.commands.command = lambda *_: kit.place.write(place.in_kit('big'), bytes(9 << 20))\n"
            + "kit.main(sys.argv[1], [])"
        )
        small, said = self.on_small_disk("rw", sys.executable, "-I", "-c", script, "{}")
        self.assertRegex(said.stderr, r"^kit: the disk that holds .* is full; .*\n$")

    @needs_namespace
    def test_a_folder_that_cannot_be_written_is_said(self):
        small, said = self.on_small_disk("ro", "{}/kit", "run", "ventas")
        expected = sentence("en", "disk.readonly", os.path.join(small, ".kit"), "Read-only file system")
        self.assertEqual((said.stderr, said.returncode), (f"kit: {expected}\n", 2))

    def test_an_error_of_the_system_is_said_with_its_place(self):
        trouble = kit.trouble.os_trouble(OSError(5, "Input/output error", "/some/file"))
        self.assert_says(trouble, "os", "/some/file", "Input/output error")


class NetworkTest(KitCase):
    @needs_namespace
    def test_without_network_the_environment_says_so(self):
        env = self.env("es", PIP_RETRIES="0", PIP_TIMEOUT="3")
        said = self.kit("run", "ventas", env=env, before=OFFLINE)
        label, log = TEXTS["es"]["part.environment"], self.place.in_kit("log", "environment.log")
        expected = f"kit: {sentence('es', 'network.none', label, log)}"
        self.assertEqual(said.stderr.splitlines()[-1], expected, read_text(log))
        self.assertEqual((said.stdout, said.returncode), ("", 1))
        self.assertNotIn("environment", read_state(self.place))
        # By the pip that Python brings, of which nothing was compiled that was not run.
        pip = subprocess.run([self.place.python, "-I", "-m", "pip", "--version"], capture_output=True, text=True)
        self.assertIn(self.place.venv, pip.stdout)

    @needs_namespace
    def test_without_network_maven_says_so(self):
        machine = kit.maven.machine_maven()
        if not machine:
            self.skipTest("no Maven here")
        self.file("pom.xml", "<project><modelVersion>4.0.0</modelVersion>" + PROJECT + "</project>")
        script = (
            IN_KIT
            + "kit.commands.command = lambda *_: kit.parts.run_part(place, 'build', sys.argv[2:])\n"
            + "kit.main(sys.argv[1], [])"
        )
        repository = f"-Dmaven.repo.local={self.folder('repository')}"
        command = [sys.executable, "-c", script, self.root, machine[0], "-B", "-q", repository, "package"]
        done = subprocess.run([*OFFLINE, *command], env=self.env(**QUICK_MAVEN), capture_output=True, text=True)
        said = sentence("en", "network.none", ENGLISH["part.build"], self.place.in_kit("log", "build.log"))
        self.assertEqual((done.stderr, done.returncode), (f"kit: {said}\n", 1))

    def test_any_other_failure_of_a_part_shows_its_last_lines(self):
        command = ["sh", "-c", "for n in $(seq 30); do echo line $n; done; exit 7"]
        trouble = self.trouble(kit.parts.run_part, self.place, "build", command)
        self.assert_says(trouble, "part.failed", ENGLISH["part.build"], 7, self.place.in_kit("log", "build.log"))
        self.assertEqual((trouble.tail[0], trouble.tail[-1], trouble.code), ("line 6", "line 30", 1))


PROJECT = "<groupId>x</groupId><artifactId>x</artifactId><version>1</version>"


class EnvironmentTest(KitCase):
    def test_a_python_without_ensurepip_is_said_with_the_package_to_install(self):
        for missing in ("venv", "ensurepip"):
            with mock.patch.object(kit.environment, "has_module", lambda name: name != missing):
                trouble = self.trouble(kit.environment.ensure_environment, self.place, {})
            version = "%d.%d" % sys.version_info[:2]
            self.assert_says(trouble, "venv.missing", sys.executable, missing, version)
        self.assertTrue(kit.environment.has_module("json"))
        self.assertFalse(kit.environment.has_module("no_such_module"))

    def test_where_the_pip_of_python_is_not_found_ensurepip_brings_it(self):
        ran = mock.Mock()
        with mock.patch.object(kit.environment, "run_part", ran), mock.patch.object(kit.environment, "bundled_pip", lambda: None):
            kit.environment.bring_pip(self.place)
        ran.assert_called_once_with(self.place, "environment", [self.place.python, "-I", "-m", "ensurepip"])

    def test_the_environment_is_that_of_the_lock_file(self):
        self.assert_says(self.trouble(kit.environment.check_environment, self.place, {}), "environment.missing")
        write(self.place.python, "")
        other = {"environment": "x"}
        self.assert_says(self.trouble(kit.environment.check_environment, self.place, other), "environment.stale")
        kit.environment.check_environment(self.place, {"environment": kit.environment.lock_hash(self.place)})

    def test_the_lock_file_pins_the_kernel_and_names_no_place_of_packages(self):
        lock = read_text(os.path.join(ROOT, "devcontainer", "requirements.lock"))
        for pin in ("pip==", "jjava==1.0a8", "jupyterlab==", "nbclient==", "nbmake==", "jgo=="):
            self.assertIn("\n" + pin, "\n" + lock)
        self.assertNotIn("://", lock)
        names = [line for line in lock.splitlines() if line and line[0].isalpha()]
        self.assertEqual(len(names), len([line for line in names if "==" in line]))
        self.assertGreaterEqual(lock.count("--hash=sha256:"), len(names))

    def test_nothing_is_missing_in_an_environment_that_is_installed_by_the_lock_file_alone(self):
        said = subprocess.run([sys.executable, "-I", "-m", "pip", "check"], capture_output=True, text=True)
        self.assertEqual((0, ""), (said.returncode, said.stderr), said.stdout)
        self.assertIsNone(importlib.util.find_spec("rfc3987_syntax"))


class SideBySideTest(KitCase):
    """The environment beside the build and all that Java makes."""

    def set_up(self, environment, build, **others):
        """Gives the parts in the order of their ends."""
        done = []

        def part(name, make):
            def made(*given):
                make(*given)
                done.append(name)

            return made

        nothing = {f"ensure_{name}": part(name, lambda *_: None) for name in ("archive", "data", "first_run", "kernel")}
        named = {"ensure_environment": part("environment", environment), "build": part("build", build)}
        errors, _ = self.quiet()
        with mock.patch.multiple(kit.set_up, check_space=lambda *_: None, **{**nothing, **named, **others}), errors:
            kit.set_up.set_up(self.place, Jdk("/jdk", "17.0.1"))
        return done

    def sleeper(self, begun):
        """A part that starts a process, says so, and would start another."""

        def make(*_):
            self.slept = []
            for seconds in ("300", "301"):
                script = f"echo $$ > '{begun}'.new; mv '{begun}'.new '{begun}'; exec sleep {seconds}"
                self.slept.append(kit.processes.call(["sh", "-c", script], self.place.in_kit("log", "sleeper.log")))

        return make

    def fails_when(self, begun):
        def make(place, state, *with_kernel):
            for kernel in with_kernel[:1]:
                kernel()
            while not os.path.exists(begun):
                time.sleep(0.02)
            raise kit.trouble.Trouble("build.missing")

        return make

    def assert_ended(self, begun):
        self.assertEqual(len(self.slept), 1, "a second process was started")
        with self.assertRaises(ProcessLookupError):
            os.kill(int(read_text(begun)), 0)

    def test_the_build_begins_when_the_kernel_is_there_and_the_environment_goes_on(self):
        there, built, early = threading.Event(), threading.Event(), []

        def environment(place, state, with_kernel):
            self.assertFalse(built.wait(0.2), "a build without the kernel's jar")
            there.set()
            with_kernel()
            self.assertTrue(built.wait(60))

        def build(*_):
            early.append(not there.is_set())
            built.set()

        done = self.set_up(environment, build)
        self.assertEqual(early, [False], "a build without the kernel's jar")
        self.assertEqual(sorted(done), sorted(["environment", "build", "archive", "data", "first_run", "kernel"]))
        self.assertEqual([name for name in done if name != "environment"], ["build", "archive", "data", "first_run", "kernel"])
        self.assertEqual(done[-1], "kernel")

    def test_a_failed_environment_ends_the_build_and_is_the_one_told(self):
        begun = os.path.join(self.tmp, "begun")
        trouble = self.trouble(self.set_up, self.fails_when(begun), self.sleeper(begun))
        self.assertEqual(trouble.key, "build.missing")
        self.assert_ended(begun)

    def test_a_failed_build_ends_what_fills_the_environment(self):
        begun = os.path.join(self.tmp, "begun")
        fill = self.sleeper(begun)
        fails = self.fails_when(begun)
        trouble = self.trouble(self.set_up, lambda place, state, kernel: fill(kernel()), lambda place, state, *_: fails(place, state))
        self.assertEqual(trouble.key, "build.missing")
        self.assert_ended(begun)

    def test_without_the_kernel_there_is_no_build(self):
        def fails(*_):
            raise kit.trouble.Trouble("environment.missing")

        built = []
        trouble = self.trouble(self.set_up, fails, built.append)
        self.assertEqual((trouble.key, built), ("environment.missing", []))

    def test_ctrl_c_ends_both(self):
        begun = os.path.join(self.tmp, "begun")
        sleep = self.sleeper(begun)

        def interrupt():
            while not os.path.exists(begun):
                time.sleep(0.02)
            os.kill(os.getpid(), signal.SIGINT)

        threading.Thread(target=interrupt, daemon=True).start()
        with self.assertRaises(KeyboardInterrupt):
            self.set_up(lambda place, state, kernel: sleep(kernel()), lambda *_: threading.Event().wait(0.1))
        self.assert_ended(begun)
        self.assertEqual(kit.processes.call(["true"], self.place.in_kit("log", "x.log")), 0, "nothing can be started any more")


class MavenTest(KitCase):
    def fake_maven(self, version):
        return os.path.dirname(
            self.script(os.path.join(self.tmp, version, "mvn"), f'printf "Apache Maven {version}\\n"')
        )

    def test_the_machines_maven_serves_from_3_8_on(self):
        for version, serves in (("3.8.1", True), ("3.9.11", True), ("4.0.0-rc-5", True), ("3.6.3", False)):
            folder = self.fake_maven(version)
            with self.environ(PATH=folder + os.pathsep + self.path_of("sh")):
                write(kit.maven.fetched_maven(self.place), "")
                found = kit.maven.ensure_maven(self.place, {})
            expected = os.path.join(folder, "mvn") if serves else kit.maven.fetched_maven(self.place)
            self.assertEqual(found, expected, version)

    def test_a_fetched_file_that_is_not_maven_is_refused(self):
        archive = self.file("maven.zip", "no zip")
        said = "noise\nzip: " + archive + "\n"
        with mock.patch.object(kit.maven, "run_part", lambda *_: write(self.place.in_kit("log", "maven.log"), said)):
            self.assert_says(self.trouble(kit.maven.fetch_maven, self.place), "maven.hash", archive)
        self.assertFalse(os.path.exists(kit.maven.fetched_maven(self.place)))


@contextlib.contextmanager
def taken_port():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


class PortTest(KitCase):
    def test_a_port_in_use_is_said_before_any_work(self):
        with taken_port() as port:
            for language in LANGUAGES:
                said = self.kit("up", "--no-browser", "--port", str(port), env=self.env(language))
                other = said.stderr.split("--port ")[1].split()[0].rstrip(",")
                self.assertTrue(kit.ports.is_free(int(other)))
                self.assertEqual(said.stderr, f"kit: {sentence(language, 'port.used', port, other)}\n")
                self.assertEqual(said.returncode, 1)
        self.assertFalse(os.path.exists(self.place.venv))

    def test_a_port_that_another_program_took_during_the_set_up_is_named_too(self):
        ended = subprocess.Popen([sys.executable, "-c", ""])
        ended.wait()
        with taken_port() as port:
            trouble = self.trouble(kit.up.require_alive, self.place, {"jupyter": ended}, port)
            other = next(free for free in range(port + 1, port + 200) if kit.ports.is_free(free))
            self.assert_says(trouble, "port.used", port, other)

    def test_without_a_wish_the_next_free_port_is_taken(self):
        with mock.patch.object(kit.ports, "is_free", lambda port: port >= kit.ports.PORT + 2):
            self.assertEqual(kit.ports.free_port(None), kit.ports.PORT + 2)
        with mock.patch.object(kit.ports, "is_free", lambda port: port >= kit.ports.PORT + 10):
            self.assert_says(self.trouble(kit.ports.free_port, None), "port.used", kit.ports.PORT, kit.ports.PORT + 10)

    def test_what_is_no_port_is_said(self):
        for said in ("x", "0", "65536", "-1", ""):
            trouble = self.trouble(kit.ports.wanted_port, Options("up", [f"--port={said}"]))
            self.assert_says(trouble, "port.number", said)
        self.assertEqual(kit.ports.wanted_port(Options("up", ["--port", "9000"])), 9000)

    def test_a_port_that_this_user_may_not_open_is_said(self):
        """Root may open every port, so the refusal is played."""
        with mock.patch.object(socket.socket, "bind", side_effect=PermissionError):
            self.assert_says(self.trouble(kit.ports.is_free, 80), "port.forbidden", 80)


class KernelTest(KitCase):
    def setUp(self):
        super().setUp()
        template = {"argv": ["@JAVA@", "@FLAGS@", "-cp", "@LIB@/*@SEP@@JJAVA@", "{connection_file}"]}
        self.file("notebooks/kernel.json", json.dumps({**template, "env": {"HERE": "@ROOT@"}}))
        self.jdk = Jdk('/j"dk', "25.0.1")

    def ensure(self):
        with self.environ(HOME=self.home):
            kit.kernel.ensure_kernel(self.place, self.jdk)
            return kit.kernel.user_kernel()

    def test_the_template_gets_this_machines_paths(self):
        spec = json.loads(kit.kernel.kernel_spec(self.place, self.jdk))
        lib, jar = self.place.lib, os.path.join(self.place.venv, "share/jupyter/kernels/java/jjava.jar")
        flags = [*self.jdk.flags(), *kit.java.compilers("kernel"), *kit.java.SHORT]
        expected = ['/j"dk/bin/java', *flags, "-cp", f"{lib}/*{os.pathsep}{jar}", "{connection_file}"]
        self.assertEqual(spec["argv"], expected)
        self.assertEqual(spec["env"], {"HERE": self.root})
        self.assertNotIn("@", json.dumps(json.loads(kit.kernel.kernel_spec(Place(ROOT), self.jdk))["argv"]))

    def test_it_stands_in_the_environment_and_where_vs_code_looks(self):
        with self.environ(HOME=self.home):
            self.assert_says(self.trouble(kit.kernel.check_kernel, self.place, self.jdk), "kernel.stale")
            self.assert_says(self.trouble(kit.kernel.check_user_kernel, self.place, self.jdk), "kernel.stale")
        user = self.ensure()
        self.assertTrue(user.startswith(self.home))
        self.assertEqual(read_text(user), read_text(kit.kernel.venv_kernel(self.place)))
        with self.environ(HOME=self.home):
            kit.kernel.check_kernel(self.place, self.jdk)
            kit.kernel.check_user_kernel(self.place, self.jdk)

    def test_a_kernel_of_ours_is_renewed_and_one_of_the_users_own_is_kept(self):
        user = self.ensure()
        write(user, '{"argv": [], "metadata": {"orquesta": "/another/copy"}}')
        self.ensure()
        self.assertEqual(read_text(user), kit.kernel.kernel_spec(self.place, self.jdk))
        own = '{"argv": ["java", "-jar", "ijava.jar"]}'
        write(user, own)
        self.ensure()
        self.assertEqual(read_text(user), own)
        with self.environ(HOME=self.home):
            self.assert_says(self.trouble(kit.kernel.check_user_kernel, self.place, self.jdk), "kernel.foreign", user)


class StopTest(KitCase):
    """Whatever a part started ends with us, also what left our group or does not listen to SIGTERM."""

    SCRIPT = IN_KIT + textwrap.dedent("""
        kit.processes.PATIENCE = 1
        kit.processes.end_like_ctrl_c()
        kit.commands.command = lambda *_: kit.processes.call(["sh", "-c", sys.argv[2]], place.in_kit("log", "x.log"))
        kit.main(sys.argv[1], [])
    """)
    STUBBORN = "trap '' TERM INT; setsid sh -c 'trap \"\" TERM; sleep 300' & sleep 301 & echo ready; wait; wait"

    def family(self, marker):
        found = []
        for name in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{name}/environ", "rb") as file:
                    if marker.encode() in file.read():
                        found.append(int(name))
            except OSError:
                continue
        return found

    @unittest.skipUnless(os.path.isdir("/proc/self"), "reads /proc")
    def test_ctrl_c_and_a_closed_terminal_end_everything(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            marker = f"KIT_TEST={os.getpid()}-{number}"
            env = {**self.env(), "KIT_TEST": marker.partition("=")[2]}
            command = [sys.executable, "-c", self.SCRIPT, self.root, self.STUBBORN]
            log = self.place.in_kit("log", "x.log")
            if os.path.exists(log):
                os.remove(log)
            begin = subprocess.Popen(command, env=env, start_new_session=True)
            self.addCleanup(lambda marker=marker: [os.kill(pid, signal.SIGKILL) for pid in self.family(marker)])
            while len(self.family(marker)) < 5 or "ready" not in (read_text(log) or ""):
                self.assertIsNone(begin.poll())
                time.sleep(0.05)
            begin.send_signal(number)
            self.assertEqual(begin.wait(60), 130)
            until = time.monotonic() + 60  # a process that was killed is there until the system has taken it away
            while self.family(marker) and time.monotonic() < until:
                time.sleep(0.01)
            self.assertEqual(self.family(marker), [])


class RecordedTest(KitCase):
    """What one ./kit up wrote down of its servers, read by another."""

    def servers(self, *names):
        started = {name: subprocess.Popen(["sleep", "300"], start_new_session=True) for name in names}
        for process in started.values():
            self.addCleanup(process.wait)
            self.addCleanup(process.kill)
        kit.servers.record_servers(self.place, {"port": 1, "token": "t"}, started)
        return started

    def test_what_still_runs_is_ended(self):
        started = self.servers("pages", "jupyter")
        written = json.loads(read_text(kit.servers.servers_file(self.place)))
        written["processes"]["up"][1] = "another time"  # as if the number were another process's by now
        write(kit.servers.servers_file(self.place), json.dumps(written))
        pids = {name: each.pid for name, each in started.items()}
        self.assertEqual(kit.servers.recorded_servers(self.place)[1], pids)
        threading.Thread(target=lambda: [each.wait() for each in started.values()], daemon=True).start()
        self.assertTrue(kit.servers.stop_servers(self.place))
        self.assertEqual(kit.servers.recorded_servers(self.place)[1], {})
        self.assertFalse(kit.servers.stop_servers(self.place))

    def test_the_token_is_for_its_user_alone(self):
        self.servers()
        self.assertEqual(os.stat(kit.servers.servers_file(self.place)).st_mode & 0o777, 0o600)


class PreparationTest(KitCase):
    """The exercises, made ready beside the servers."""

    def preparation(self, script):
        jdk = read_jdk(self.fake_jdk("17.0.1", script=script))
        write_state(self.place, {"natives": {}, "libraries": [], "classpath": ["a.jar"]})
        write(os.path.join(self.place.lib, "a.jar"), "one")
        return kit.exercises.Preparation(self.place, jdk)

    def test_it_is_made_once_for_each_build(self):
        first = self.preparation('echo "$@"')
        self.assertEqual(first.begin(), {"exercises": first.process})
        first.process.wait()
        first.note()
        self.assertTrue(read_text(self.place.in_kit("log", "exercises.log")).endswith(" exercise prepare\n"))
        self.assertEqual((first.begin(), first.process), ({}, None))
        write(os.path.join(self.place.lib, "a.jar"), "another build")
        self.assertNotEqual(first.begin(), {})
        first.process.wait()

    def test_one_that_failed_is_made_again_and_ends_nothing(self):
        first = self.preparation("exit 3")
        first.begin()["exercises"].wait()
        first.note()
        first.end()
        self.assertNotEqual(first.begin(), {})
        first.process.wait()

    def test_one_that_goes_on_ends_with_the_servers(self):
        first = self.preparation("exec sleep 300")
        first.begin()
        first.note()
        self.assertIsNone(first.process.poll())
        first.end()
        self.assertIsNotNone(first.process.poll())
        self.assertNotEqual(first.begin(), {})
        first.end()


class MovedTest(KitCase):
    def test_scripts_and_settings_name_the_new_folder(self):
        old, scripts = "/old place", os.path.dirname(self.place.python)
        os.makedirs(scripts)
        venv = f"{old}/.kit/venv"
        write(os.path.join(self.place.venv, "pyvenv.cfg"), f"command = python -m venv {venv}\n")
        write(os.path.join(scripts, "plain"), f"#!{venv}/bin/python\nprint('plain', '{venv}')\n")
        wrapped = f"#!/bin/sh\n'''exec' \"{venv}/bin/python\" \"$0\" \"$@\"\n' '''\nprint('wrapped')\n"
        write(os.path.join(scripts, "wrapped"), wrapped)
        write(os.path.join(scripts, "foreign"), b"\x7fELF\x00\xff")
        os.symlink(sys.executable, self.place.python)
        for name in ("plain", "wrapped"):
            os.chmod(os.path.join(scripts, name), 0o755)
        write(self.place.in_kit("cds", "17.jsa"), "")
        write_state(self.place, {"root": old, "environment": "kept"})

        state = kit.moved.settle(self.place)

        self.assertEqual((state["root"], state["environment"]), (self.root, "kept"))
        self.assertIn(self.place.venv, read_text(os.path.join(self.place.venv, "pyvenv.cfg")))
        said = [
            subprocess.run([os.path.join(scripts, n)], capture_output=True, text=True) for n in ("plain", "wrapped")
        ]
        self.assertEqual([done.stdout for done in said], [f"plain {self.place.venv}\n", "wrapped\n"])
        self.assertFalse(os.path.exists(self.place.in_kit("cds")))
        with open(os.path.join(scripts, "foreign"), "rb") as file:
            self.assertEqual(file.read(), b"\x7fELF\x00\xff")

    def test_doctor_tells_a_move_before_it_is_repaired(self):
        write(self.place.python, "")
        state = {"root": "/old", "environment": kit.environment.lock_hash(self.place)}
        trouble = self.trouble(kit.doctor.doctor_environment, self.place, state)
        self.assert_says(trouble, "checkout.moved", "/old", self.root)


if __name__ == "__main__":
    unittest.main()
