"""What the tests of the launcher share: a checkout with nothing but the launcher in it, fake JDKs, fake PATHs."""

import contextlib
import importlib
import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "devcontainer"))
sys.dont_write_bytecode = True

import kit  # noqa: E402
from kit.english import ENGLISH  # noqa: E402
from kit.jdk import Jdk, find_jdk, read_jdk  # noqa: E402, F401
from kit.options import Options  # noqa: E402, F401
from kit.place import Place, read_state, read_text, write, write_state  # noqa: E402, F401
from kit.spanish import SPANISH  # noqa: E402

PACKAGE = os.path.join(ROOT, "devcontainer", "kit")
MODULES = sorted(name.removesuffix(".py") for name in os.listdir(PACKAGE) if name.endswith(".py"))

# All of them, so that a test says where a name stands: kit.ports.is_free.
for module in MODULES:
    importlib.import_module(f"kit.{module}")

# A suite that a shell starts in the background ignores Ctrl-C, and so would all that it starts and ends by Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)

TEXTS = {"en": ENGLISH, "es": SPANISH}
LANGUAGES = tuple(TEXTS)
LOCALE = ("ORQUESTA_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "ORQUESTA_JDK17", "ORQUESTA_JDK25", "CODESPACES")


def sentence(language, key, *gaps):
    return TEXTS[language][key].format(*gaps)


def program(name):
    """Where a program is; of Python the one that runs this, since what PATH names may be a shim that needs PATH."""
    return sys.executable if name == "python3" else shutil.which(name)


class KitCase(unittest.TestCase):
    def setUp(self):
        # A blank and a letter outside ASCII: users have both in their folders' names.
        self.tmp = tempfile.mkdtemp(prefix="kit año ")
        self.addCleanup(shutil.rmtree, self.tmp, ignore_errors=True)
        self.root = os.path.realpath(os.path.join(self.tmp, "mi copia"))
        os.makedirs(os.path.join(self.root, "devcontainer"))
        for path in ("kit", "devcontainer/requirements.lock"):
            shutil.copy2(os.path.join(ROOT, path), os.path.join(self.root, path))
        compiled = shutil.ignore_patterns("__pycache__")
        shutil.copytree(PACKAGE, os.path.join(self.root, "devcontainer", "kit"), ignore=compiled)
        self.place = Place(self.root)
        self.home = self.folder("home")

    def folder(self, *names):
        path = os.path.join(self.tmp, *names)
        os.makedirs(path, exist_ok=True)
        return path

    def file(self, path, content, mode=0o644):
        path = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(content)
        os.chmod(path, mode)
        return path

    def path_of(self, *tools):
        """A PATH that holds these tools and nothing else."""
        folder = tempfile.mkdtemp(dir=self.tmp)
        for tool in tools:
            name, target = tool if isinstance(tool, tuple) else (tool, program(tool))
            os.symlink(os.path.realpath(target), os.path.join(folder, name))
        return folder

    def fake_jdk(self, version, name="jdk", compiler=True, script="exit 0"):
        home = self.folder(name)
        self.script(os.path.join(home, "bin", "java"), script)
        if compiler:
            self.script(os.path.join(home, "bin", "javac"), "exit 0")
        with open(os.path.join(home, "release"), "w", encoding="utf-8") as file:
            file.write(f'IMPLEMENTOR="Nobody"\nJAVA_VERSION="{version}"\nOS_ARCH="x86_64"\nOS_NAME="Linux"\n')
        return home

    def script(self, path, body):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\n" + body + "\n")
        os.chmod(path, 0o755)
        return path

    def env(self, language="en", **more):
        env = {key: value for key, value in os.environ.items() if key not in LOCALE}
        env |= {"HOME": self.home, "ORQUESTA_LANG": language, **more}
        return {key: value for key, value in env.items() if value is not None}

    def kit(self, *arguments, root=None, env=None, before=(), timeout=300):
        command = [*before, os.path.join(root or self.root, "kit"), *arguments]
        return subprocess.run(
            command, env=env or self.env(), capture_output=True, text=True, timeout=timeout, stdin=subprocess.DEVNULL
        )

    @contextlib.contextmanager
    def environ(self, **values):
        """These variables in this process, None for one that is not set; the locale is out of the way."""
        before = dict(os.environ)
        for key in LOCALE:
            os.environ.pop(key, None)
        for key, value in values.items():
            os.environ.pop(key, None)
            if value is not None:
                os.environ[key] = value
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)

    def trouble(self, call, *arguments):
        """The trouble that a call ends with, its sentence in both languages."""
        with self.assertRaises(kit.trouble.Trouble) as raised:
            call(*arguments)
        return raised.exception

    def assert_says(self, trouble, key, *gaps):
        self.assertEqual((trouble.key, tuple(map(str, trouble.gaps))), (key, tuple(map(str, gaps))))
        for language in LANGUAGES:
            with self.environ(ORQUESTA_LANG=language):
                self.assertEqual(str(trouble), sentence(language, key, *gaps))

    def quiet(self):
        """Keep what a call prints out of the report of the tests, and give it."""
        return contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO())


def own_namespace():
    """Whether this user may make a network namespace of his own (some containers forbid it)."""
    if not shutil.which("unshare"):
        return False
    return subprocess.run(["unshare", "-rnm", "true"], capture_output=True).returncode == 0


needs_namespace = unittest.skipUnless(own_namespace(), "unshare -rnm is not allowed here")

# Loopback up by two system calls: not every machine has the ip command.
LOOPBACK = """
import fcntl, os, socket, struct, sys
probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
fcntl.ioctl(probe, 0x8914, struct.pack("16sh14x", b"lo", 0x1 | 0x40))
os.execvp(sys.argv[1], sys.argv[1:])
"""
# As .mvn has it for the kit's own Maven: one that is over in seconds.
QUICK_MAVEN = {"MAVEN_OPTS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
OFFLINE = ("unshare", "-rn", sys.executable, "-I", "-c", LOOPBACK)
