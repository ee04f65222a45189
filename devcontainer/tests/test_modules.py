"""The launcher's modules: which may import which, how long they are, what a command of Java waits for."""

import ast
import json
import os
import re
import subprocess
import sys
import unittest

from support import MODULES, PACKAGE, ROOT, Jdk, KitCase, kit, read_text, write, write_state

TABLES = ("english", "spanish")
README = os.path.join(ROOT, "devcontainer", "README.md")
# What stands between a command and its JVM when nothing is to be made first.
ON_THE_WAY_TO_JAVA = ("commands", "freshness", "java", "jdk", "place", "texts", "trouble")


def order():
    """The modules as the table of the README has them."""
    table = read_text(README).partition("\n## The first stage\n")[2].partition("\n## ")[0]
    return re.findall(r"`(\w+)`", "".join(re.findall(r"(?m)^\|.*\|(.*)\|$", table)))


def imports(source):
    """All that a module imports, also inside of functions: modules of ours as kit.NAME."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module == "kit":
            yield from (f"kit.{name.name}" for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")
        elif getattr(node, "id", getattr(node, "attr", None)) in ("__import__", "import_module"):
            yield "a name that only the run knows"


def wrong_imports(module, source):
    """The imports of a module that are neither of the standard library nor of a module before it."""
    names = order()
    allowed = {f"kit.{name}" for name in names[: names.index(module)]}
    return [
        name for name in imports(source) if name not in allowed and name.split(".")[0] not in sys.stdlib_module_names
    ]


class OrderTest(unittest.TestCase):
    def test_the_table_has_every_module_once(self):
        self.assertEqual(sorted(order()), MODULES)

    def test_each_module_imports_from_those_before_it_alone(self):
        for module in MODULES:
            self.assertEqual(wrong_imports(module, read_text(os.path.join(PACKAGE, f"{module}.py"))), [], module)

    def test_an_import_that_goes_up_or_elsewhere_is_found_wherever_it_stands(self):
        for line, found in (
            ("from kit.place import Place, which", []),
            ("import os, kit.place", []),
            ("from kit.maven import maven", ["kit.maven"]),
            ("from kit import place, up as module", ["kit.up"]),
            ("import kit", ["kit"]),
            ("from kit.jdk import JDK", ["kit.jdk"]),
            ("from . import place", ["."]),
            ("from .place import Place", [".place"]),
            ("import jupyterlab.labapp", ["jupyterlab.labapp"]),
            ("__import__('kit.up')", ["a name that only the run knows"]),
            ("importlib.import_module('kit.up')", ["a name that only the run knows"]),
        ):
            for source in (line, f"def late():\n    if True:\n        {line}"):
                self.assertEqual(wrong_imports("jdk", source), found, source)

    def test_no_module_but_the_two_tables_has_more_than_200_lines_and_each_says_what_it_is(self):
        for module in MODULES:
            source = read_text(os.path.join(PACKAGE, f"{module}.py"))
            self.assertTrue(ast.get_docstring(ast.parse(source)), module)
            if module not in TABLES:
                self.assertLessEqual(len(source.splitlines()), 200, module)


class HandOverTest(KitCase):
    """The real start, up to where the JVM would take the place of this process."""

    SCRIPT = """
import json, os, sys
ours = set(sys.modules)
sys.path.insert(0, sys.argv[1] + "/devcontainer")
import kit
def execv(*command):
    print(json.dumps([sorted(set(sys.modules) - ours), command[1]]))
    sys.exit(0)
os.execv = execv
kit.main(sys.argv[1], sys.argv[2:])
"""

    def hand_over(self, *arguments):
        """What was imported, and the command line of the JVM."""
        home = self.fake_jdk("17.0.1")
        self.file("pom.xml", "<project/>")
        state = {"root": self.root, "modules": {}, "natives": {}, "libraries": [], "classpath": []}
        write_state(self.place, {**state, "poms": kit.freshness.pom_stamps(self.root, [])})
        command = [sys.executable, "-I", "-S", "-c", self.SCRIPT, self.root, *arguments]
        done = subprocess.run(command, cwd=self.root, env=self.env(JAVA_HOME=home), capture_output=True, text=True)
        self.assertEqual(done.stderr, "")
        return (*json.loads(done.stdout.splitlines()[-1]), Jdk(home, "17.0.1"))

    def test_on_the_way_to_java_only_what_it_needs_is_imported(self):
        wanted = {"kit", *(f"kit.{name}" for name in ON_THE_WAY_TO_JAVA)}
        for arguments in (["run", "ventas"], *([name, "ventas"] for name in kit.java.QUICK), ["serve", "ventas"]):
            if arguments[0] == "--help":
                continue
            with self.subTest(arguments):
                imported, command, jdk = self.hand_over(*arguments)
                self.assertEqual(set(imported) - set(sys.builtin_module_names), wanted)
                self.assertEqual((command[0], command[-len(arguments) :]), (jdk.tool("java"), arguments))

    def test_the_page_of_all_commands_needs_a_table_more(self):
        imported, _, _ = self.hand_over("--help")
        wanted = {"kit", "kit.english", *(f"kit.{name}" for name in ON_THE_WAY_TO_JAVA)}
        self.assertEqual(set(imported) - set(sys.builtin_module_names), wanted)

    def test_a_build_that_is_not_fresh_is_no_hand_over(self):
        """So that the tests above cannot pass by a state that nobody looks at."""
        write(os.path.join(self.root, "pom.xml"), "<project/>")
        done = self.kit("run", "--help")
        self.assertEqual((done.returncode, done.stdout), (0, kit.english.ENGLISH["usage.later"] + "\n"))


if __name__ == "__main__":
    unittest.main()
