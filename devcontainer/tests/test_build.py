"""The build after the first time: what changed is compiled by javac itself, nothing else is."""

import os
import re
import shutil
import subprocess
import time
import unittest
import zipfile

from support import LANGUAGES, QUICK_MAVEN, ROOT, TEXTS, KitCase, Place, find_jdk, kit, read_state, read_text, write, write_state

POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
  <groupId>orquesta</groupId><artifactId>{0}</artifactId><version>0.1</version>{1}</project>"""
TOP = "<properties><maven.compiler.release>17</maven.compiler.release><lint>-Xlint:rawtypes</lint>"
TOP += "<concat>-XDstringConcat=inline</concat>"
TOP += "<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>"


class BuildCase(KitCase):
    """Two modules, the second reading the first, as if Maven had built them; compiled once, and laid out for each test."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.built = cls("first")
        cls.built.setUp()
        cls.addClassCleanup(cls.built.doCleanups)

    def first(self):
        """The test whose folder the others copy."""

    def setUp(self):
        super().setUp()
        with self.environ(JAVA_HOME=None):
            self.jdk = find_jdk()
        if self is self.built:
            return self.compile()
        shutil.copytree(self.built.root, self.root, dirs_exist_ok=True)
        self.state = {**read_state(self.place), "root": self.root}
        write_state(self.place, self.state)

    def compile(self):
        self.file("pom.xml", POM.format("top", TOP + "<modules><module>low</module><module>high</module></modules>"))
        modules = {}
        for name, needs in (("low", []), ("high", ["low"])):
            self.file(f"{name}/pom.xml", POM.format(name, ""))
            jar = f"{name}-0.1.jar"
            os.makedirs(self.place.lib, exist_ok=True)
            with zipfile.ZipFile(os.path.join(self.place.lib, jar), "w") as archive:
                archive.writestr(kit.compile.MANIFEST, f"Manifest-Version: 1.0\nBuilt: {name}\n")
            modules[name] = {"stamps": [], "hash": kit.modules.module_hash(self.place, []), "artifact": name}
            modules[name] |= {"jar": jar, "needs": needs, "libraries": [], "provided": []}
        poms = kit.modules.content_hash(self.root, ["pom.xml", "low/pom.xml", "high/pom.xml"])
        self.state = {"root": self.root, "modules": modules, "poms_hash": poms, "natives": {}, "libraries": []}
        self.state |= {"classpath": [known["jar"] for known in modules.values()]}
        self.state["poms"] = kit.freshness.pom_stamps(self.root, modules)
        write_state(self.place, self.state)
        self.low("static int one() { return 1; }")
        self.source("high/src/main/java/high/High.java", "package high; class High { int n = low.Low.one(); }")
        self.build()

    def source(self, path, text):
        return self.file(path, text)

    def low(self, body):
        self.source("low/src/main/java/low/Low.java", f"package low; public class Low {{ public {body} }}")

    def build(self):
        """What a command does first; gives what it printed."""
        errors, _ = self.quiet()
        with errors as said:
            self.state = kit.build.ensure_build(self.place, self.jdk)
        return said.getvalue()

    def entries(self, name):
        with zipfile.ZipFile(os.path.join(self.place.lib, f"{name}-0.1.jar")) as archive:
            return {entry: archive.read(entry) for entry in archive.namelist()}


class RebuildTest(BuildCase):
    def test_nothing_touched_is_fresh_and_builds_nothing(self):
        self.assertTrue(kit.freshness.is_fresh(self.place, read_state(self.place)))
        self.assertEqual(self.build(), "")

    def test_a_file_that_was_only_touched_builds_nothing(self):
        path = os.path.join(self.root, "low/src/main/java/low/Low.java")
        os.utime(path, ns=(1, 1))
        self.assertFalse(kit.freshness.is_fresh(self.place, read_state(self.place)))
        self.assertEqual(self.build(), "")
        self.assertTrue(kit.freshness.is_fresh(self.place, read_state(self.place)))

    def test_an_edit_builds_its_module_and_those_that_read_it(self):
        self.low("static int one() { return 2; }")
        self.assertRegex(self.build(), r"^kit: rebuilt low, high in \d+\.\d s\n$")
        self.source("high/src/main/java/high/High.java", "package high; class High { int n = low.Low.one() + 1; }")
        self.assertRegex(self.build(), r"^kit: rebuilt high in \d+\.\d s\n$")

    def test_a_signature_that_a_reader_does_not_know_any_more_is_an_error_at_once(self):
        self.low("static int two() { return 2; }")
        before = self.entries("low")
        trouble = self.trouble(self.build)
        self.assert_says(trouble, "build.compile", "low, high")
        self.assertEqual(trouble.code, 2)
        self.assertRegex(trouble.tail[0], r"^high/src/main/java/high/High.java:1: error: cannot find symbol$")
        self.assertEqual(self.entries("low"), before, "a failed build leaves the old jars")
        self.assertFalse(kit.freshness.is_fresh(self.place, read_state(self.place)))

    def test_a_warning_is_an_error_as_in_the_pom(self):
        self.low("static java.util.List raw() { return null; } public static int one() { return 1; }")
        self.assertIn("warnings found and -Werror specified", "\n".join(self.trouble(self.build).tail))

    def test_a_deleted_source_takes_its_class_along_and_the_last_one_leaves_an_empty_module(self):
        self.source("high/src/main/java/high/More.java", "package high; class More {}")
        self.build()
        self.assertIn("high/More.class", self.entries("high"))
        os.remove(os.path.join(self.root, "high/src/main/java/high/More.java"))
        self.build()
        self.assertEqual(set(self.entries("high")), {kit.compile.MANIFEST, "high/High.class"})
        shutil.rmtree(os.path.join(self.root, "high/src"))
        self.build()
        self.assertEqual(set(self.entries("high")), {kit.compile.MANIFEST})

    def test_resources_and_the_manifest_that_maven_wrote_are_in_the_jar(self):
        self.source("low/src/main/resources/low/words.properties", "año=1")
        self.source("low/src/main/resources/new/.teacher/seed", "7")
        self.source("low/src/main/java/low/Año.java", 'package low; class Año { String s = "ñ"; }')
        self.build()
        self.assertEqual(self.entries("low")["new/.teacher/seed"], b"7", "the teacher's folder of a template is built too")
        self.assertIn("low/Año.class", self.entries("low"), "the compiler was told of a path with an accent")
        self.assertEqual(self.entries("low")["low/words.properties"], "año=1".encode())
        self.assertIn(b"Built: low", self.entries("low")[kit.compile.MANIFEST])

    def test_modules_that_share_a_package_keep_their_classes_apart(self):
        self.source("high/src/main/java/low/Also.java", "package low; class Also { int n = Low.one(); }")
        self.low("static int one() { return 3; }")
        self.assertEqual(kit.compile.groups(self.place, ["low", "high"]), [["low"], ["high"]])
        self.build()
        self.assertEqual(set(self.entries("low")), {kit.compile.MANIFEST, "low/Low.class"})
        self.assertIn("low/Also.class", self.entries("high"))

    def test_a_module_with_a_plugin_that_makes_classes_goes_to_maven(self):
        plugin = "<build><plugins><plugin><artifactId>{}</artifactId></plugin></plugins></build>"
        self.file("high/pom.xml", POM.format("high", plugin.format("antlr4-maven-plugin")))
        self.source("high/src/main/java/high/More.java", "package high; class More {}")
        self.assertFalse(kit.compile.rebuild(self.place, self.state, self.jdk))
        self.file("high/pom.xml", POM.format("high", plugin.format("maven-jar-plugin")))
        with self.quiet()[0]:
            self.assertTrue(kit.compile.rebuild(self.place, self.state, self.jdk))

    def test_java_that_maven_made_from_templates_is_compiled_with_the_rest(self):
        self.with_template("hello")
        self.low("static int one() { return 2; }")
        with self.quiet()[0]:
            self.assertTrue(kit.compile.rebuild(self.place, self.state, self.jdk))
        self.assertEqual(set(self.entries("low")), {kit.compile.MANIFEST, "low/Low.class", "made/Page.class"})

    def test_a_changed_template_and_one_that_was_never_made_go_to_maven(self):
        self.with_template("hello")
        self.file(f"low/{kit.modules.TEMPLATES}/page.jte", "hello ${name}")
        self.assertFalse(kit.compile.rebuild(self.place, self.state, self.jdk))
        self.with_template("hello")
        self.low("static int one() { return 2; }")
        shutil.rmtree(os.path.join(self.root, "low", kit.modules.GENERATED))
        self.assertFalse(kit.compile.rebuild(self.place, self.state, self.jdk))

    def with_template(self, text):
        """As Maven leaves a module with a template: the Java made from it, and its hash in the state."""
        self.file(f"low/{kit.modules.TEMPLATES}/page.jte", text)
        self.file(f"low/{kit.modules.GENERATED}/made/Page.java", "package made; class Page { int n = low.Low.one(); }")
        known = self.state["modules"]["low"]
        known["templates"] = kit.modules.templates_hash(self.place, "low")
        known["stamps"] = kit.freshness.stamps(self.root, "low/src/main")
        known["hash"] = kit.modules.module_hash(self.place, known["stamps"])

    def test_what_an_editor_leaves_beside_a_source_is_no_change(self):
        self.source("low/src/main/java/low/.#Low.java", "lock")
        self.source("low/src/main/java/low/Low.java~", "backup")
        self.assertTrue(kit.freshness.is_fresh(self.place, read_state(self.place)))


class StateTest(BuildCase):
    def test_doctor_and_commands_tell_a_stale_build(self):
        self.low("static int one() { return 5; }")
        self.assert_says(self.trouble(kit.doctor.doctor_build, self.place, read_state(self.place)), "build.stale")
        self.assert_says(self.trouble(kit.doctor.doctor_build, self.place, {}), "build.missing")

    def test_a_second_kit_waits_and_says_for_whom(self):
        script = "import os, sys; sys.path.insert(0, sys.argv[1] + '/devcontainer'); import kit.lock, kit.place\n"
        script += "with kit.lock.Lock(kit.place.Place(sys.argv[1])): print('mine' if os.path.exists(sys.argv[2]) else 'early')\n"
        for language in LANGUAGES:
            given = os.path.join(self.tmp, f"given-{language}")
            with kit.lock.Lock(self.place):
                waiting = subprocess.Popen(
                    ["python3", "-c", script, self.root, given],
                    env=self.env(language),
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    text=True,
                )
                said = waiting.stderr.readline()
                time.sleep(0.2)
                self.assertIsNone(waiting.poll())
                write(given, "")
            with waiting:
                self.assertEqual(waiting.communicate()[0], "mine\n")
            self.assertEqual(said, f"kit: {TEXTS[language]['lock.waiting'].format(os.getpid())}\n")

    def test_a_file_is_written_whole_or_not_at_all(self):
        path = self.place.in_kit("a")
        write(path, "old")
        with self.assertRaises(UnicodeEncodeError):
            write(path, "new \ud800")
        self.assertEqual(read_text(path), "old")
        self.assertEqual([name for name in os.listdir(self.place.kit) if name.startswith("a")], ["a"])


class MavenTest(KitCase):
    """Against the real poms, with Maven where it is there."""

    def test_javac_gets_the_options_that_maven_gives_it(self):
        machine = kit.maven.machine_maven()
        maven = machine[0] if machine and machine[1] >= kit.maven.MAVEN else kit.maven.fetched_maven(Place(ROOT))
        if not os.path.exists(maven):
            self.skipTest("no Maven here")
        shutil.copy2(os.path.join(ROOT, "pom.xml"), os.path.join(self.root, "pom.xml"))
        parent = "<parent><groupId>orquesta</groupId><artifactId>orquesta</artifactId><version>0.1</version></parent>"
        self.file(
            "one/pom.xml", f"<project><modelVersion>4.0.0</modelVersion>{parent}<artifactId>one</artifactId></project>"
        )
        self.file("one/src/main/java/one/One.java", "package one; class One {}")
        with self.environ():
            env = kit.jdk.java_env(find_jdk(), LC_ALL="C.UTF-8", **QUICK_MAVEN)
        command = [maven, "-B", "-X", "-o", "-Dstyle.color=never", "-f", "one/pom.xml", "compile"]
        done = subprocess.run(command, cwd=self.root, env=env, capture_output=True, text=True)
        given = re.search(r"Command line options:\s*\n\[DEBUG\] (.*)", done.stdout)
        self.assertIsNotNone(given, done.stdout[-2000:] + done.stderr[-2000:])
        # Behind the paths; -XDuseUnsharedTable is what Maven's compiler API adds on its own account.
        theirs = given[1].partition("annotations ")[2].replace("-XDuseUnsharedTable=true", "").split()
        self.assertEqual(sorted(theirs), sorted(kit.compile.javac_options(Place(ROOT))))

    def test_a_dependency_of_each_scope_is_read_from_mavens_list(self):
        listing = self.file("list.txt", LISTING)
        found = [(need.artifact, need.scope, need.ours, need.jar) for need in kit.build.dependencies(listing)]
        self.assertEqual(
            found,
            [
                ("duckdb_jdbc", "compile", False, "duckdb_jdbc-1.5.6.0.jar"),
                ("mini-orchestrator", "compile", True, "mini-orchestrator-0.1.jar"),
                ("jjava", "system", False, "jjava.jar"),
                ("natives", "runtime", False, "natives-1-linux.jar"),
            ],
        )


LISTING = """
The following files have been resolved:
   org.duckdb:duckdb_jdbc:jar:1.5.6.0:compile:/cache/a b/duckdb_jdbc-1.5.6.0.jar -- module org.duckdb (auto)
   orquesta:mini-orchestrator:jar:0.1:compile:/kit/target/mini-orchestrator-0.1.jar
   org.dflib.jjava:jjava:jar:1.0a8:system:/kit/.kit/jjava.jar
   x:natives:jar:linux:1:runtime:/cache/natives-1-linux.jar
"""


if __name__ == "__main__":
    unittest.main()
