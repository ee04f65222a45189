import contextlib
import os
import subprocess
import unittest
import zipfile

from support import SPANISH, Jdk, KitCase, find_jdk, kit, read_jdk, write


class FindTest(KitCase):
    def find(self, java_home=None, path=None):
        with self.environ(JAVA_HOME=java_home, PATH=path or self.path_of("sh")):
            return find_jdk()

    def test_java_home_comes_before_path(self):
        named, other = self.fake_jdk("25.0.1", "named"), self.fake_jdk("17.0.2", "other")
        self.assertEqual(self.find(named, os.path.join(other, "bin")).home, named)

    def test_the_java_on_path_leads_to_its_jdk_through_links(self):
        home = self.fake_jdk("21.0.4")
        found = self.find(path=self.path_of(("java", os.path.join(home, "bin", "java"))))
        self.assertEqual((found.home, found.version, found.feature), (os.path.realpath(home), "21.0.4", 21))

    def test_a_java_that_is_no_link_is_asked_for_its_home(self):
        home = self.fake_jdk("17.0.9", "real")
        answer = f"printf '    java.home = {home}\\n    java.version = 17.0.9\\n' >&2"
        shim = self.script(os.path.join(self.tmp, "shims", "java"), answer)
        self.assertEqual(self.find(path=os.path.dirname(shim)).home, home)

    def test_an_unfit_java_home_gives_way_to_path(self):
        old, good = self.fake_jdk("11.0.2", "old"), self.fake_jdk("17.0.2", "good")
        self.assertEqual(self.find(old, os.path.join(good, "bin")).home, os.path.realpath(good))

    def test_no_jdk_is_said(self):
        trouble = self.trouble(self.find)
        self.assert_says(trouble, "jdk.missing")
        self.assertEqual(trouble.code, 2)
        self.assert_says(self.trouble(self.find, "/nowhere"), "jdk.missing")

    def test_an_old_jdk_is_named(self):
        for version, feature in (("1.8.0_392", 8), ("11.0.22", 11)):
            home = self.fake_jdk(version)
            self.assertEqual(read_jdk(home).feature, feature)
            self.assert_says(self.trouble(self.find, home), "jdk.old", version, home)

    def test_a_runtime_without_compiler_is_named(self):
        home = self.fake_jdk("17.0.1", compiler=False)
        self.assert_says(self.trouble(self.find, home), "jdk.runtime", home)

    def test_the_command_says_the_sentence_and_ends_with_2(self):
        home = self.fake_jdk("11.0.2")
        said = self.kit("run", "ventas", env=self.env("es", JAVA_HOME=home, PATH=self.path_of("sh", "sed", "python3")))
        self.assertEqual(said.stderr, f"kit: {SPANISH['jdk.old'].format('11.0.2', home)}\n")
        self.assertEqual((said.returncode, said.stdout), (2, ""))


class OtherTest(KitCase):
    def test_the_variable_comes_before_the_neighbours(self):
        here = read_jdk(self.neighbour("17.0.1"))
        beside, named = self.neighbour("25.0.1"), self.fake_jdk("25.0.9", "elsewhere")
        with self.environ():
            self.assertEqual(kit.other_jdk.find_other_jdk(25, here).home, beside)
        with self.environ(ORQUESTA_JDK25=named):
            self.assertEqual(kit.other_jdk.find_other_jdk(25, here).home, named)

    def test_none_is_said_with_the_variable_that_names_one(self):
        here = read_jdk(self.neighbour("17.0.1"))
        self.neighbour("21.0.1")
        with self.environ():
            self.assert_says(self.trouble(kit.other_jdk.find_other_jdk, 25, here), "jdk.other", 25, "ORQUESTA_JDK25")

    def neighbour(self, version):
        return self.fake_jdk(version, os.path.join("jdks", version))


class FlagsTest(KitCase):
    def test_the_flags_follow_the_feature_version(self):
        flags = {feature: Jdk("", f"{feature}.0.1").flags() for feature in (17, 21, 22, 25)}
        native, unsafe = "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"
        self.assertEqual([native in flags[n] for n in (17, 21, 22, 25)], [False, False, True, True])
        self.assertEqual([unsafe in flags[n] for n in (17, 21, 22, 25)], [False, False, False, True])
        for feature in flags:
            self.assertIn("-Xlog:disable", flags[feature])

    def jdks(self):
        """The one in use, and the other of 17 and 25 where it is there."""
        with self.environ():
            found = [find_jdk()]
            for feature in {17, 25} - {found[0].feature}:
                with contextlib.suppress(kit.trouble.Trouble):
                    found.append(kit.other_jdk.find_other_jdk(feature, found[0]))
        return found

    def test_every_jdk_here_starts_with_its_flags_and_says_nothing(self):
        self.file("Hola.java", 'class Hola { public static void main(String[] a) { System.out.println("año"); } }')
        for jdk in self.jdks():
            subprocess.run([jdk.tool("javac"), "-encoding", "UTF-8", "Hola.java"], cwd=self.root, check=True)
            jar, archive = os.path.join(self.root, "hola.jar"), os.path.join(self.root, f"{jdk.version}.jsa")
            with zipfile.ZipFile(jar, "w") as file:
                file.write(os.path.join(self.root, "Hola.class"), "Hola.class")
            start, end = [jdk.tool("java"), *jdk.flags()], ["-cp", jar, "Hola"]
            env = self.env(LC_ALL="C.UTF-8")
            subprocess.run(
                [*start, f"-XX:ArchiveClassesAtExit={archive}", *end], env=env, check=True, capture_output=True
            )
            os.utime(jar, (1, 1))
            broken = os.path.join(self.root, "broken.jsa")
            write(broken, "no archive at all")
            for file in (archive, broken):
                self.assertTrue(os.path.exists(file))
                command = [*start, f"-XX:SharedArchiveFile={file}", *end]
                done = subprocess.run(command, capture_output=True, env=env)
                self.assertEqual((done.stdout, done.stderr, done.returncode), ("año\n".encode(), b"", 0), jdk.version)

    def test_a_command_that_is_over_at_once_gets_the_quick_compiler(self):
        state = {"natives": {"sqlite": "libsqlitejdbc.so"}, "classpath": ["b.jar", "a.jar"]}
        jdk = Jdk("/jdk", "17.0.1")
        quick = kit.java.java_command(self.place, state, jdk, ["ls", "ventas"])
        self.assertIn("-XX:TieredStopAtLevel=1", quick)
        run = kit.java.java_command(self.place, state, jdk, ["run", "ventas"])
        self.assertNotIn("-XX:TieredStopAtLevel=1", run)
        self.assertIn("-XX:Tier3InvocationThreshold=1000", run)
        self.assertIn("-XX:Tier4InvocationThreshold=250000", run)
        serve = kit.java.java_command(self.place, state, jdk, ["serve", "ventas"])
        self.assertIn("-XX:TieredStopAtLevel=1", serve)
        self.assertEqual([flag for flag in run if flag in kit.java.SHORT], list(kit.java.SHORT))
        self.assertEqual([flag for flag in serve if flag in kit.java.SHORT], [])
        daemon = kit.java.java_command(self.place, state, jdk, ["daemon", "ventas"])
        self.assertIn("-XX:Tier4InvocationThreshold=50000", daemon)
        grader = kit.java.java_command(self.place, state, jdk, ["dist", "student"])
        self.assertFalse([flag for flag in grader if "Tier" in flag])
        self.assertEqual(run[-3:], [kit.java.MAIN, "run", "ventas"])
        jars = [os.path.join(self.place.lib, jar) for jar in ("b.jar", "a.jar")]
        self.assertEqual(run[run.index("-cp") + 1], os.pathsep.join(jars))
        self.assertIn(f"-Dorg.sqlite.lib.path={self.place.lib}", run)
        self.assertIn("-Dorg.sqlite.lib.name=libsqlitejdbc.so", run)

    def test_every_jdk_here_knows_the_flags_of_the_compilers(self):
        """A JVM refuses a flag that it does not know, and a threshold outside of its range."""
        names = (*kit.java.RUNNING, *kit.java.PAGES, *kit.java.LATE, *kit.java.QUICK)
        for jdk in self.jdks():
            for flags in {tuple(kit.java.compilers(name)) for name in names}:
                command = [jdk.tool("java"), *flags, "-XX:+PrintFlagsFinal", "-version"]
                done = subprocess.run(command, capture_output=True, text=True, env=self.env())
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
                for flag in flags:
                    key, value = flag.removeprefix("-XX:").split("=")
                    self.assertRegex(done.stdout, rf"{key} +:?= {value}\s", jdk.version)

    def test_the_archive_is_named_only_when_it_is_there(self):
        state, jdk = {"natives": {}, "classpath": []}, Jdk("/jdk", "17.0.1")
        flag = f"-XX:SharedArchiveFile={kit.java.archive_file(self.place, jdk)}"
        self.assertNotIn(flag, kit.java.java_command(self.place, state, jdk, ["run"]))
        own = kit.java.own_archive_file(self.place, jdk)
        write(own, "x")
        self.assertNotIn(flag, "".join(kit.java.java_command(self.place, state, jdk, ["run"])))
        write(kit.java.archive_file(self.place, jdk), "x")
        self.assertIn(f"{flag}{os.pathsep}{own}", kit.java.java_command(self.place, state, jdk, ["run"]))
        os.remove(own)
        self.assertIn(flag, kit.java.java_command(self.place, state, jdk, ["run"]))

    def test_a_run_on_a_jdk_that_can_has_the_cache_of_these_jars_and_all_else_the_archives(self):
        jar, jdk = os.path.join(self.place.lib, "a.jar"), Jdk(self.root, "25.0.1")
        write(jar, "x")
        write(os.path.join(self.root, "release"), "x")
        state = {"natives": {}, "classpath": ["a.jar"]}
        flag = f"-XX:AOTCache={kit.java.cache_file(self.place, jdk)}"
        archive = f"-XX:SharedArchiveFile={kit.java.archive_file(self.place, jdk)}"
        write(kit.java.archive_file(self.place, jdk), "x")
        write(kit.java.cache_file(self.place, jdk), "x")

        def flags(name):
            command = kit.java.java_command(self.place, state, jdk, [name])
            return [each in command for each in (flag, archive)]

        self.assertEqual(flags("run"), [False, True])
        state["caches"] = {"25.0.1": kit.java.cache_key(self.place, state, jdk)}
        self.assertEqual([flags(name) for name in ("run", "rerun", "ls", "serve")], [[True, False]] * 2 + [[False, True]] * 2)
        write(jar, "a newer build")
        self.assertEqual(flags("run"), [False, True])


if __name__ == "__main__":
    unittest.main()
