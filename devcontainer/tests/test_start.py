"""The shell stage: it finds a Python and hands over; nothing else may be needed for that."""

import ast
import os
import re
import subprocess
import sys
import unittest

from support import ENGLISH, LANGUAGES, PACKAGE, KitCase, Options, kit, read_text, sentence, write

SHELL = ("sh", "sed")


class StartTest(KitCase):
    def test_without_python_it_says_so_in_both_languages(self):
        for language in LANGUAGES:
            said = self.kit("doctor", env=self.env(language, PATH=self.path_of(*SHELL)))
            self.assertEqual(said.stderr, f"kit: {sentence(language, 'python.missing')}\n")
            self.assertEqual((said.stdout, said.returncode), ("", 2))

    def test_the_locale_chooses_the_language_where_the_variable_does_not(self):
        env = self.env(PATH=self.path_of(*SHELL), ORQUESTA_LANG=None, LANG="es_CL.UTF-8")
        self.assertEqual(self.kit("doctor", env=env).stderr, f"kit: {sentence('es', 'python.missing')}\n")

    def test_an_old_python_is_named_with_its_version_and_place(self):
        old = self.script(os.path.join(self.tmp, "old", "python3"), OLD_PYTHON)
        for language in LANGUAGES:
            path = self.path_of(*SHELL) + os.pathsep + os.path.dirname(old)
            said = self.kit("doctor", env=self.env(language, PATH=path))
            self.assertEqual(said.stderr, f"kit: {sentence(language, 'python.old', '3.9.2', old)}\n")
            self.assertEqual(said.returncode, 2)

    def test_a_newer_python_behind_an_old_one_is_found(self):
        old = self.script(os.path.join(self.tmp, "old", "python3"), OLD_PYTHON)
        path = os.path.dirname(old) + os.pathsep + self.path_of(*SHELL, ("python3.11", sys.executable))
        said = self.kit("up", "--help", env=self.env(PATH=path))
        self.assertEqual(said.stdout.strip(), sentence("en", "help.up").strip())

    def test_a_python_that_went_away_is_searched_anew(self):
        write(self.place.in_kit("python"), "/nowhere/python3")
        self.assertEqual(self.kit("doctor", "--help").returncode, 0)

    def test_the_stage_itself_refuses_an_old_python_before_it_imports_what_that_may_not_understand(self):
        script = "import sys; sys.path.insert(0, sys.argv[1] + '/devcontainer'); import kit; kit.PYTHON = (99, 0)\n"
        script += "try: kit.main(sys.argv[1], ['doctor'])\n"
        script += "finally: print(*sorted(name for name in sys.modules if name.startswith('kit')))"
        gaps = "%d.%d.%d" % sys.version_info[:3], sys.executable
        for language, table in (("en", "english"), ("es", "spanish")):
            command = [sys.executable, "-c", script, self.root]
            said = subprocess.run(command, env=self.env(language), capture_output=True, text=True)
            self.assertEqual(said.stderr, f"kit: {sentence(language, 'python.old', *gaps)}\n")
            self.assertEqual((said.stdout, said.returncode), (f"kit kit.{table} kit.texts kit.trouble\n", 2))

    def test_what_an_old_python_reads_it_can_read(self):
        for name in ("__init__", "english", "spanish", "texts", "trouble"):
            ast.parse(read_text(os.path.join(PACKAGE, f"{name}.py")), feature_version=(3, 6))

    def test_it_starts_from_any_folder_and_by_its_bare_name(self):
        for command, folder in (
            (["sh", "kit", "up", "--help"], self.root),
            (["../kit", "up", "--help"], "devcontainer"),
        ):
            done = subprocess.run(command, cwd=os.path.join(self.root, folder), env=self.env(), capture_output=True)
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_an_unknown_command_gets_the_nearest_name(self):
        for typed, meant in (("tets", "test"), ("Run", "run"), ("docter", "doctor")):
            trouble = self.trouble(kit.commands.command, self.place, [typed])
            self.assert_says(trouble, "command.unknown", typed, meant, ", ".join(kit.commands.OWN + kit.commands.JAVA))
            self.assertEqual(trouble.code, 2)

    def test_a_command_like_none_of_ours_gets_the_list_and_no_guess(self):
        trouble = self.trouble(kit.commands.command, self.place, ["corre"])
        self.assert_says(trouble, "command.none", "corre", ", ".join(kit.commands.OWN + kit.commands.JAVA))

    def test_an_unknown_option_gets_the_nearest_name(self):
        said = self.kit("up", "--prot", "9000")
        options = "--port, --no-browser, --help"
        self.assertEqual(said.stderr, f"kit: {sentence('en', 'option.unknown', 'up', '--prot', '--port', options)}\n")
        self.assertEqual(said.returncode, 2)
        self.assert_says(self.trouble(Options, "up", ["--port"]), "option.missing", "--port", "N")
        self.assert_says(self.trouble(Options, "test", ["--all=yes"]), "option.value", "--all", "yes")
        self.assertEqual(Options("up", ["--port=1", "--no-browser"]).values, {"--port": "1", "--no-browser": True})

    def test_every_own_command_has_a_page_with_an_example(self):
        for language, word in (("en", "Example: "), ("es", "Ejemplo: ")):
            for command in kit.commands.OWN:
                page = self.page(language, command)
                example = re.search(rf"^{word}(.*)$", page, re.M)[1]
                self.assertIn(f"./kit {command}", example + f" ./kit {command}" * (command == "doctor"))
        said = self.kit("down", "--help", env=self.env("es"))
        self.assertEqual((said.returncode, said.stderr, said.stdout), (0, "", self.page("es", "down")))

    def page(self, language, command):
        errors, output = self.quiet()
        with self.environ(ORQUESTA_LANG=language), errors as said, output as printed, self.assertRaises(SystemExit) as ended:
            kit.commands.command(self.place, [command, "--help"])
        self.assertEqual((ended.exception.code, said.getvalue()), (0, ""))
        return printed.getvalue()

    def test_the_page_of_all_commands_stands_before_the_build_too(self):
        for arguments in ([], ["--help"], ["help"]):
            page = self.kit(*arguments)
            self.assertEqual(page.stdout.strip(), f"{ENGLISH['usage']}\n{ENGLISH['usage.later']}")
            for command in kit.commands.OWN:
                self.assertIn(f"\n  {command} ", page.stdout)

    def test_help_of_a_command_of_java_makes_no_set_up(self):
        for option in ("--help", "-h"):
            said = self.kit("grade", option)
            self.assertEqual((said.returncode, said.stdout, said.stderr), (0, ENGLISH["usage.later"] + "\n", ""))
        self.assertFalse(os.path.exists(self.place.venv))


OLD_PYTHON = 'case "$*" in *exit*) exit 1 ;; *) echo 3.9.2 ;; esac'


if __name__ == "__main__":
    unittest.main()
