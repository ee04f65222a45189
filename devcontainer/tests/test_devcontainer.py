"""The codespace, as far as it shows without Docker: configuration, Dockerfile, scripts; chroot.sh runs them whole."""

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import unittest
from unittest import mock

import json5
import jsonschema
from support import LANGUAGES, ROOT, Jdk, KitCase, Place, kit, read_text, sentence

VENDORED = os.path.join(ROOT, "devcontainer", "tests", "vendored")
CLI = "@devcontainers/cli@0.89.0"
SERVE = "mini-orchestrator/src/main/java/orquesta/cli/ServeCommand.java"
CODESPACE = {
    "CODESPACES": "true",
    "CODESPACE_NAME": "some-name",
    "GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN": "app.example",
}


def read(*names):
    with open(os.path.join(*names), encoding="utf-8") as file:
        return file.read()


def configuration():
    return json5.loads(read(ROOT, ".devcontainer.json"))


def schema_errors(config):
    schema = json.loads(read(VENDORED, "devContainer.base.schema.json"))
    return [error.message for error in jsonschema.Draft201909Validator(schema).iter_errors(config)]


class ConfigurationTest(unittest.TestCase):
    def test_it_is_as_the_schema_wants(self):
        self.assertEqual(schema_errors(configuration()), [])

    def test_the_schema_refuses_a_misspelt_key_a_wrong_value_and_a_missing_image(self):
        config = configuration()
        self.assertIn("updateContentComand", str(schema_errors({**config, "updateContentComand": "true"})))
        self.assertNotEqual(schema_errors({**config, "otherPortsAttributes": {"onAutoForward": "quiet"}}), [])
        self.assertNotEqual(schema_errors({key: config[key] for key in config if key != "build"}), [])

    def test_comments_have_lines_of_their_own(self):
        """chroot.sh reads it with these lines taken out."""
        lines = read(ROOT, ".devcontainer.json").splitlines()
        plain = "\n".join(line for line in lines if not line.lstrip().startswith("//"))
        self.assertEqual(json.loads(plain), configuration())

    @unittest.skipUnless(shutil.which("npm"), "npm is not on PATH")
    def test_the_reference_tool_reads_it(self):
        env = {**os.environ, "npm_config_cache": os.path.join(ROOT, ".kit", "npm")}
        tool = ["npm", "exec", "--yes", "--prefer-offline", f"--package={CLI}", "--", "devcontainer"]
        command = [*tool, "read-configuration", "--workspace-folder", ROOT, "--docker-path", "true"]
        done = subprocess.run(command, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120)
        self.assertEqual(done.returncode, 0, done.stderr)
        seen = json.loads(done.stdout)["configuration"]
        config = configuration()
        self.assertEqual({key: seen[key] for key in config}, config)
        self.assertEqual(seen["configFilePath"]["path"], os.path.join(ROOT, ".devcontainer.json"))

    def test_the_ports_are_those_of_the_code_each_with_its_name(self):
        config, ui = configuration(), 8800
        self.assertEqual(os.path.exists(os.path.join(ROOT, SERVE)), "serve" in kit.commands.JAVA)
        if "serve" in kit.commands.JAVA:
            ui = int(re.search(r"\bPORT = (\d+);", read(ROOT, SERVE))[1])
        self.assertEqual(config["forwardPorts"], [ui, kit.ports.PORT])
        labels = {port: said["label"] for port, said in config["portsAttributes"].items()}
        self.assertEqual(labels, {str(ui): "Orquesta", str(kit.ports.PORT): "JupyterLab"})

    def test_the_extensions_are_ones_that_exist(self):
        known = json.loads(read(VENDORED, "extensions.json"))
        self.assertRegex(known["read"], r"^20\d\d-\d\d-\d\d$")
        self.assertEqual(configuration()["customizations"]["vscode"]["extensions"], sorted(known["extensions"]))

    def test_the_copy_of_the_sources_for_the_other_jdk_is_no_project_of_the_editor(self):
        settings = configuration()["customizations"]["vscode"]["settings"]
        self.assertIn("**/.kit/**", settings["java.import.exclusions"])
        self.assertTrue(settings["files.exclude"][".kit"])

    def test_each_command_is_a_file_of_the_checkout(self):
        commands = {key: said for key, said in configuration().items() if key.endswith("Command")}
        self.assertEqual(set(commands), {"updateContentCommand", "postStartCommand", "postAttachCommand"})
        for command in commands.values():
            program, file = command.split()
            self.assertEqual(program, {".py": "python3", ".sh": "sh"}[os.path.splitext(file)[1]])
            self.assertTrue(os.path.exists(os.path.join(ROOT, file)), file)


class DockerfileTest(unittest.TestCase):
    TEXT = read(ROOT, "devcontainer", "Dockerfile")
    LINES = [line.split(None, 1) for line in TEXT.splitlines() if line[:1].isupper()]

    def said(self, word):
        return [rest for instruction, rest in self.LINES if instruction == word]

    def test_the_image_has_a_short_name_with_a_release(self):
        self.assertRegex("\n".join(self.said("FROM")), r"\A[a-z]+:[a-z]+\Z")
        self.assertNotEqual(self.said("FROM"), ["debian:latest"])
        self.assertNotIn("features", configuration())

    def test_each_step_is_one_script_of_this_folder(self):
        (copied,) = self.said("COPY")
        *names, target = copied.split()
        steps = [re.fullmatch(rf"sh {target}([a-z-]+\.sh)(?: [\w ]+)?", step) for step in self.said("RUN")]
        self.assertEqual([step and step[1] for step in steps], names)
        for name in names:
            self.assertTrue(os.path.exists(os.path.join(ROOT, "devcontainer", name)), name)

    def test_chroot_knows_every_instruction(self):
        cases = set(re.findall(r"(?m)^        ([A-Z]+)\)", read(ROOT, "devcontainer", "tests", "chroot.sh")))
        self.assertEqual({instruction for instruction, _ in self.LINES} - cases, {"FROM"})

    def test_it_ends_as_the_user_of_the_configuration(self):
        self.assertEqual(self.said("USER")[-1], configuration()["remoteUser"])
        self.assertIn(f"create-user.sh {configuration()['remoteUser']} 1000", self.said("RUN")[-1])


class ScriptsTest(KitCase):
    """start.sh and links.sh beside a ./kit of their own."""

    def setUp(self):
        super().setUp()
        for name in ("start.sh", "links.sh"):
            shutil.copy2(os.path.join(ROOT, "devcontainer", name), os.path.join(self.root, "devcontainer", name))

    def sh(self, name):
        command = ["sh", os.path.join(self.root, "devcontainer", name)]
        return subprocess.run(command, env=self.env(), capture_output=True, text=True, cwd=self.tmp, timeout=60)

    def start(self, script):
        self.file("kit", "#!/bin/sh\n" + script + "\n", 0o755)
        done = self.sh("start.sh")
        pid = int(read_text(self.place.in_kit("up.pid")))
        self.addCleanup(kit.processes.send, signal.SIGKILL, pid)
        return done, pid

    def test_the_links_are_printed_when_they_are_there_and_nothing_else(self):
        link = "  JupyterLab  http://127.0.0.1:1/lab?token=ab"
        done, _ = self.start(f"sleep 0.7; echo 'build 0.0 s'; echo '{link}'; exec sleep 60")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        links = self.sh("links.sh")
        self.assertEqual((links.returncode, links.stdout), (0, link + "\n"))

    def test_what_was_started_has_a_session_of_its_own(self):
        _, pid = self.start("exec sleep 60")
        until = time.monotonic() + 60
        while os.getsid(pid) != pid and time.monotonic() < until:
            time.sleep(0.01)
        self.assertEqual(os.getsid(pid), pid)

    def test_where_it_failed_its_own_words_are_shown(self):
        self.start("echo 'kit: the port 1 is in use' >&2; exit 1")
        links = self.sh("links.sh")
        self.assertEqual((links.returncode, links.stdout, links.stderr), (1, "", "kit: the port 1 is in use\n"))


class PrepareTest(KitCase):
    def setUp(self):
        super().setUp()
        shutil.copy2(os.path.join(ROOT, "devcontainer", "prepare.py"), os.path.join(self.root, "devcontainer"))

    def prepare(self, **env):
        command = [os.sys.executable, os.path.join(self.root, "devcontainer", "prepare.py")]
        return subprocess.run(command, env=self.env(**env), capture_output=True, text=True, timeout=60)

    def test_without_a_jdk_it_says_so_in_the_readers_language(self):
        for language in LANGUAGES:
            done = self.prepare(language=language, PATH=self.path_of("sh"), JAVA_HOME=None)
            self.assertEqual((done.returncode, done.stderr), (2, f"kit: {sentence(language, 'jdk.missing')}\n"))

    def test_it_makes_what_up_makes_and_compiles_the_tests(self):
        import prepare

        ran = []
        stubs = {"find_jdk": lambda: Jdk("/jdk", "25"), "set_up": lambda place, jdk: ran.append("set up") or {}}
        stubs |= {"maven": lambda *_: ["mvn"], "run_part": lambda place, key, command, env: ran.append(command)}
        said, _ = self.quiet()
        with mock.patch.multiple(prepare, **stubs), said:
            prepare.prepare(self.place)
        self.assertEqual(ran, ["set up", ["mvn", "-q", "test-compile"]])


class ForwardingTest(KitCase):
    def test_the_link_is_the_one_that_the_codespace_shows(self):
        with self.environ(**CODESPACE):
            self.assertEqual(kit.jupyter.jupyter_link(8888, "ab"), "https://some-name-8888.app.example/lab?token=ab")

    def test_elsewhere_it_is_this_machines_and_jupyter_gets_no_options(self):
        for values in ({}, {**CODESPACE, "CODESPACES": "false"}, {**CODESPACE, "CODESPACE_NAME": ""}):
            unset = dict.fromkeys(CODESPACE)
            with self.subTest(values), self.environ(**{**unset, **values}):
                self.assertEqual(kit.jupyter.jupyter_link(8888, "ab"), "http://127.0.0.1:8888/lab?token=ab")
                self.assertEqual(kit.jupyter.forwarding_options(8888), [])


@unittest.skipUnless(os.path.exists(Place(ROOT).python), "this folder is not set up: run ./kit up")
class ForwardedJupyterTest(KitCase):
    """Jupyter's server with the options that JupyterLab gets in a codespace, asked under one name after another."""

    def setUp(self):
        super().setUp()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        with self.environ(**CODESPACE):
            options = kit.jupyter.forwarding_options(self.port)
        command = [Place(ROOT).python, "-I", "-m", "jupyter_server", f"--ServerApp.port={self.port}"]
        command += ["--ServerApp.ip=127.0.0.1", f"--ServerApp.root_dir={self.home}", "--allow-root", *options]
        # No configuration: it would start JupyterLab and more, and the names are the business of the server below them.
        env = kit.jupyter.jupyter_env(self.place, JUPYTER_TOKEN="ab", HOME=self.home, JUPYTER_NO_CONFIG="1")
        server = kit.processes.start(command, self.place.in_kit("log", "jupyter.log"), env, self.root)
        self.addCleanup(kit.processes.stop, server)
        while not kit.ports.answers(self.port):
            self.assertIsNone(server.poll(), read_text(self.place.in_kit("log", "jupyter.log")))
            time.sleep(0.05)
        self.host = f"some-name-{self.port}.app.example"

    def ask(self, path, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        self.addCleanup(connection.close)
        connection.request("GET", path, headers=headers)
        return connection.getresponse()

    def socket(self, host, origin):
        """The status of the answer to a page's request for a web socket, with the cookie that the page has."""
        page = self.ask("/api/me?token=ab", Host=host)
        cookie = "; ".join(said.split(";")[0] for said in page.headers.get_all("Set-Cookie"))
        upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
        key = {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
        return self.ask("/api/events/subscribe", Host=host, Origin=origin, Cookie=cookie, **upgrade, **key).status

    def test_it_serves_the_codespaces_name_and_this_machines_and_refuses_every_other(self):
        local, forwarded = f"localhost:{self.port}", f"https://{self.host}"
        for host, origin, status in (
            (self.host, forwarded, 101),
            (local, forwarded, 101),
            (self.host, f"http://{local}", 101),
            (f"127.0.0.1:{self.port}", f"http://127.0.0.1:{self.port}", 101),
            (local, "https://evil.example", 403),
            (local, f"{forwarded}.evil.example", 403),
            (local, f"https://some-name-{self.port}xapp.example", 403),
        ):
            with self.subTest(host=host, origin=origin):
                self.assertEqual(self.socket(host, origin), status)
        self.assertEqual(self.ask("/api/me?token=ab", Host="evil.example").status, 403)


if __name__ == "__main__":
    unittest.main()
