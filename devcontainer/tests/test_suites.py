"""./kit test itself: what it says of parts that pass, fail, hang, or are not run."""

import os
import re
import signal
import sys
import threading
import time
import unittest
from unittest import mock

from support import ENGLISH, Jdk, KitCase, Options, find_jdk, kit, read_jdk, read_text, sentence, write


class SuitesTest(KitCase):
    def run_parts(self, parts, *arguments, language="en", set_up=lambda *_: None, **environ):
        errors, output = self.quiet()
        with self.environ(**{"ORQUESTA_LANG": language, "ORQUESTA_REQUIRE_ALL": None, **environ}):
            jdk = find_jdk()
            patches = mock.patch.multiple(kit.test, suites=lambda *_: parts, set_up=set_up, find_jdk=lambda: jdk)
            with patches, mock.patch.object(kit.test, "end_like_ctrl_c"), errors as said, output as printed:
                code = kit.test.test(self.place, Options("test", list(arguments)))
        return code, printed.getvalue(), said.getvalue()

    def part(self, name, script, budget=60, feature=None):
        steps = lambda place, state, jdk: [([sys.executable, "-c", script], None, self.root)]  # noqa: E731
        return kit.suites.Suite(name, budget, steps, feature)

    def test_the_last_line_counts_the_parts(self):
        code, printed, _ = self.run_parts([self.part("good", "pass"), self.part("bad", "raise SystemExit(3)")])
        self.assertEqual((code, printed.splitlines()[-1]), (1, "2 passed, 1 failed, 0 skipped"))
        code, printed, _ = self.run_parts([self.part("good", "pass")], language="es")
        self.assertEqual((code, printed.splitlines()[-1]), (0, "2 passed, 0 failed, 0 skipped"))

    def test_each_part_stands_with_its_seconds_and_budget(self):
        slow = self.part("slow", "import time; time.sleep(1.1)", budget=1)
        slow.limit = 300  # on a busy machine it is much slower
        _, printed, _ = self.run_parts([slow])
        self.assertRegex(printed, r"(?m)^slow +passed +[1-9]\d*\.\d +1  over its budget$")
        self.assertRegex(printed, rf"(?m)^set-up +passed +\d+\.\d +{kit.test.SET_UP_BUDGET}$")

    def test_a_failed_part_shows_its_last_lines_and_its_log(self):
        code, printed, said = self.run_parts([self.part("bad", "print('why'); raise SystemExit(3)")])
        log = self.place.in_kit("log", "test-bad.log")
        self.assertIn("why\nkit: " + sentence("en", "test.part_failed", "bad", 3, log) + "\n", said)
        self.assertEqual(read_text(log), "why\n")

    def test_a_part_that_hangs_is_ended_at_five_times_its_budget(self):
        code, printed, said = self.run_parts([self.part("hangs", "import time; time.sleep(60)", budget=0.5)])
        self.assertEqual(code, 1)
        log = self.place.in_kit("log", "test-hangs.log")
        self.assertIn(ENGLISH["test.hangs"].format("hangs", 2.5, log), said)

    def test_steps_of_a_list_run_side_by_side_and_each_is_judged(self):
        meet = "import os, sys, time; open(sys.argv[1], 'w').close()\n"
        meet += "while not os.path.exists(sys.argv[2]): time.sleep(0.05)\nprint(sys.argv[1]); sys.exit(int(sys.argv[3]))"
        a, b = os.path.join(self.tmp, "a"), os.path.join(self.tmp, "b")
        one = lambda *words: ([sys.executable, "-c", meet, *words], None, self.root)  # noqa: E731
        steps = lambda place, state, jdk: [[one(a, b, "0"), one(b, a, "4")]]  # noqa: E731
        code, _, said = self.run_parts([kit.suites.Suite("both", 60, steps)])
        log = self.place.in_kit("log", "test-both.log")
        self.assertEqual((code, read_text(log), read_text(f"{log}.1")), (1, a + "\n", b + "\n"))
        self.assertIn(sentence("en", "test.part_failed", "both", 4, f"{log}.1"), said)

    def meeting(self, name, other=None, after=None):
        """A part that ends when the other has begun too, or at once."""
        mark = lambda part: os.path.join(self.tmp, f"{part} has begun")  # noqa: E731
        wait = f"\nwhile not os.path.exists({mark(other)!r}): time.sleep(0.05)" if other else ""
        part = self.part(name, f"import os, time; open({mark(name)!r}, 'w').close(){wait}", budget=20)
        part.after = after
        return part

    def test_two_parts_run_side_by_side_and_are_told_in_their_order(self):
        code, printed, _ = self.run_parts([self.meeting("one", "two"), self.meeting("two", "one"), self.meeting("three")])
        self.assertEqual(re.findall(r"(?m)^(\S+) +passed +\d", printed), ["set-up", "one", "two", "three"])
        self.assertEqual(code, 0)

    def test_a_part_that_comes_after_another_waits_for_its_end(self):
        begun, ended = os.path.join(self.tmp, "late has begun"), os.path.join(self.tmp, "ended")
        first = f"import os, time; time.sleep(0.5); open({ended!r}, 'w').close(); assert not os.path.exists({begun!r})"
        late = self.part("late", f"import os; open({begun!r}, 'w').close(); assert os.path.exists({ended!r})")
        late.after = "first"
        self.assertEqual(self.run_parts([late, self.part("first", first)])[0], 0)
        self.assertEqual(self.run_parts([late, self.part("first", "pass")], "--only", "late")[0], 0)

    def test_ctrl_c_ends_all_that_runs_side_by_side(self):
        begun = [os.path.join(self.tmp, name) for name in ("one", "two")]
        script = "import sys, time; open({!r}, 'w').write(str(__import__('os').getpid())); time.sleep(300)"
        parts = [self.part(name, script.format(file)) for name, file in zip(("one", "two"), begun)]

        def interrupt():
            while not all(read_text(file) for file in begun):
                time.sleep(0.05)
            os.kill(os.getpid(), signal.SIGINT)

        threading.Thread(target=interrupt, daemon=True).start()
        with self.assertRaises(KeyboardInterrupt):
            self.run_parts(parts)
        for file in begun:
            with self.assertRaises(ProcessLookupError):
                os.kill(int(read_text(file)), 0)

    def test_what_is_not_run_stands_with_the_reason_and_the_command(self):
        parts = [self.part("java-99", "pass", feature=99)]
        code, printed, _ = self.run_parts(parts)
        why = ENGLISH["jdk.other"].format(99, "ORQUESTA_JDK99")
        self.assertIn(f"Not run:\n  java-99: {why}\n      ./kit test --only java-99\n", printed)
        self.assertEqual((code, printed.splitlines()[-1]), (0, "1 passed, 0 failed, 1 skipped"))
        code, printed, _ = self.run_parts(parts, "--all")
        self.assertIn("./kit test --all --only java-99", printed)

    def test_where_all_is_required_a_part_that_is_not_run_has_failed(self):
        code, printed, _ = self.run_parts([self.part("java-99", "pass", feature=99)], ORQUESTA_REQUIRE_ALL="1")
        self.assertIn(ENGLISH["test.required"], printed)
        self.assertEqual((code, printed.splitlines()[-1]), (1, "1 passed, 1 failed, 0 skipped"))

    def test_where_all_is_required_a_test_left_out_inside_a_part_has_failed(self):
        part = self.part("python", "print('Ran 3 tests\\n\\nOK (skipped=2)')")
        code, _, said = self.run_parts([part], ORQUESTA_REQUIRE_ALL="1")
        self.assertEqual(code, 1)
        self.assertIn(ENGLISH["test.skips"].format("python", 2, self.place.in_kit("log", "test-python.log")), said)
        self.assertEqual(self.run_parts([part])[0], 0)

    def test_one_part_by_its_name(self):
        parts = [self.part("one", "pass"), self.part("two", "raise SystemExit(1)")]
        self.assertIn("2 passed, 0 failed, 0 skipped", self.run_parts(parts, "--only", "one")[1])
        trouble = self.trouble(self.run_parts, parts, "--only", "tow")
        self.assert_says(trouble, "option.part", "tow", "two", "one, two")

    def test_after_a_failed_set_up_nothing_is_run(self):
        def fails(*_):
            raise kit.trouble.Trouble("build.missing")

        code, printed, said = self.run_parts([self.part("one", "pass")], set_up=fails)
        self.assertEqual((code, printed.splitlines()[-1]), (1, "0 passed, 1 failed, 1 skipped"))
        self.assertIn(ENGLISH["build.missing"], said)
        self.assertIn(f"one: {ENGLISH['test.no_set_up']}", printed)


class TableTest(KitCase):
    def test_all_runs_on_the_jdk_in_use_and_the_core_on_the_other(self):
        for version, names in (
            ("17.0.1", "java-17 lessons-17 proof java-25 python batch notebooks-17 comparison slides notebooks-25"),
            ("25.0.1", "java-25 lessons-25 proof java-17 python batch notebooks-25 comparison slides notebooks-17"),
        ):
            jdk = Jdk("/jdk", version)
            parts = kit.suites.suites(jdk, False)
            self.assertEqual([part.name for part in parts], names.split())
            self.assertFalse([part.name for part in parts if part.after])
            other = parts[-1].name.replace("notebooks", "lessons")
            more = {part.name: part.after for part in kit.suites.suites(jdk, True) if part.name not in names.split()}
            self.assertEqual([*more], [other, "start", "bench", "browser", "runs", "course", "codespace"])
            after = {name: wanted for name, wanted in more.items() if wanted}
            self.assertEqual(after, {"browser": parts[0].name, "runs": "browser", "course": "runs"})

    def test_all_widens_the_parts_of_the_other_jdk(self):
        jdk = read_jdk(self.fake_jdk("25.0.1"))
        self.file("notebooks/kernel.json", "{}")
        self.file("/".join(kit.suites.HOSTILE), "")
        commands = {}
        with mock.patch.object(kit.maven, "ensure_maven", lambda *_: "mvn"):
            for everything in (False, True):
                parts = [part for part in kit.suites.suites(Jdk("/jdk", "17.0.1"), everything) if part.feature]
                commands[everything] = [list(part.steps(self.place, {}, jdk))[0] for part in parts]
        (core, one), (modules, every, lessons) = commands[False], commands[True]
        self.assertEqual(os.path.basename(lessons[0][-2]), "run_lessons.py")
        self.assertEqual(lessons[0][-1], "--all")
        left = ["-pl", "mini-orchestrator", "-Dtests.left=long | once"]
        fewer = ["-Dorquesta.simulations=2000", "-Dorquesta.kills=2", "-Dorquesta.runs=10"]
        self.assertEqual(core[0][core[0].index("verify") :], ["verify", "-Djvm.forks=1", *left, *fewer])
        words = modules[0][modules[0].index("verify") :]
        self.assertEqual(words, ["verify", "-Djvm.forks=1", *kit.suites.LARGER])
        self.assertEqual((one[0][-1], every[0][-1]), ("--one", "--all"))
        self.assertEqual(core[2], self.place.in_kit("jdk-25", "tree"))
        self.assertEqual(core[1]["JAVA_HOME"], jdk.home)
        spec = os.path.join(one[1]["JUPYTER_PATH"], "kernels", "java", "kernel.json")
        self.assertEqual(read_text(spec), kit.kernel.kernel_spec(self.place, jdk))

    def test_a_students_copy_has_no_attacks_and_runs_the_lessons_without_solutions(self):
        lessons = lambda: list(kit.suites.lesson_tests(self.place, {}))[0][0]  # noqa: E731
        self.assertEqual(lessons()[-2:], ["--kind", "student"])
        with mock.patch.object(kit.test, "set_up", lambda *_: None), mock.patch.object(kit.test, "end_like_ctrl_c"):
            unknown = self.trouble(kit.test.test, self.place, Options("test", ["--only", "batch"]))
        self.assertEqual((unknown.key, unknown.gaps[0]), ("option.part", "batch"))
        self.assertNotIn("batch", unknown.gaps[2])
        self.file("/".join(kit.suites.HOSTILE), "")
        self.assertTrue(lessons()[-1].endswith("run_lessons.py"))

    def test_the_codespace_is_run_by_all_and_says_what_it_lacks(self):
        jdk = Jdk("/jdk", "17.0.1")
        self.assertNotIn("codespace", [part.name for part in kit.suites.suites(jdk, False)])
        part = kit.suites.suites(jdk, True)[-1]
        with mock.patch.object(kit.long_parts, "which", lambda name: None):
            self.assert_says(self.trouble(list, part.steps(self.place, {}, jdk)), "codespace.root")
            for language in ("en", "es"):
                errors, output = self.quiet()
                with self.environ(ORQUESTA_LANG=language), errors, output:
                    result = kit.test.Lanes(self.place, jdk).run([part])[0]
                self.assertEqual((result.outcome, result.why), ("skipped", sentence(language, "codespace.root")))
        with mock.patch.object(kit.long_parts, "which", lambda name: f"/usr/sbin/{name}"), mock.patch("os.geteuid", lambda: 0):
            ((command, _, _),) = part.steps(self.place, {}, jdk)
        self.assertEqual(command[1], self.place.at("devcontainer", "tests", "chroot.sh"))

    def test_the_pages_are_looked_at_where_there_is_a_chromium(self):
        jdk = Jdk("/jdk", "17.0.1")
        part = next(part for part in kit.suites.suites(jdk, True) if part.name == "browser")
        with mock.patch.object(kit.long_parts, "which", lambda name: None):
            for language in ("en", "es"):
                errors, output = self.quiet()
                with self.environ(ORQUESTA_LANG=language), errors, output:
                    result = kit.test.Lanes(self.place, jdk).run([part])[0]
                self.assertEqual((result.outcome, result.why), ("skipped", sentence(language, "browser.none")))
        asked = []
        with (
            mock.patch.object(kit.long_parts, "which", lambda name: asked.append(name) or name),
            mock.patch.object(kit.maven, "ensure_maven", lambda *_: "mvn"),
            self.environ(ORQUESTA_CHROMIUM="/opt/chromium"),
        ):
            ((command, _, folder),) = part.steps(self.place, {}, jdk)
        self.assertEqual(asked, ["/opt/chromium"])
        self.assertIn("-Pbrowser,check", command)
        self.assertEqual(command[command.index("-pl") + 1], "mini-orchestrator/browser")
        self.assertEqual(folder, self.place.root)

    def test_the_budget_of_all_parts_is_within_what_ci_gives(self):
        budgets = [part.budget for part in kit.suites.suites(Jdk("/jdk", "17.0.1"), False)]
        self.assertLessEqual(sum(budgets) / kit.test.LANES + kit.test.SET_UP_BUDGET, 15 * 60)
        self.assertLessEqual(kit.test.SET_UP_BUDGET, 6 * 60)

    def test_the_environment_of_the_slides_is_made_once_and_again_when_its_pins_change(self):
        self.file("notebooks/slides.lock", "pandas==1")
        made = []
        for _ in range(2):
            made.append(list(kit.suites.slides_tests(self.place)))
        self.file("notebooks/slides.lock", "pandas==2")
        made.append(list(kit.suites.slides_tests(self.place)))
        self.assertEqual([len(steps) for steps in made], [3, 1, 3])
        pip = made[2][1][0]
        filled = pip[pip.index("--python") + 1]
        self.assertEqual(made[2][2][0][-1], filled)
        self.assertTrue(filled.startswith(self.place.in_kit("slides")))

    def test_the_copy_for_the_other_jdk_follows_the_sources_and_keeps_its_classes(self):
        jdk = Jdk("/jdk", "25.0.1")
        self.file("a/src/A.java", "one")
        self.file("a/target/A.class", "of 17")
        self.file(".git/config", "x")
        tree = kit.other_jdk.copy_tree(self.place, jdk)
        write(os.path.join(tree, "a/target/A.class"), "of 25")
        self.file("a/src/A.java", "two!")
        self.file("a/src/B.java", "b")
        kit.other_jdk.copy_tree(self.place, jdk)
        os.remove(os.path.join(self.root, "a/src/B.java"))
        kit.other_jdk.copy_tree(self.place, jdk)
        read = lambda path: read_text(os.path.join(tree, path))  # noqa: E731
        self.assertEqual((read("a/src/A.java"), read("a/src/B.java")), ("two!", None))
        self.assertEqual((read("a/target/A.class"), read(".git/config")), ("of 25", None))


if __name__ == "__main__":
    unittest.main()
