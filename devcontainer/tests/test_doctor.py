import os
import unittest
from unittest import mock

from support import ENGLISH, LANGUAGES, KitCase, kit, read_jdk, sentence, write


class DoctorTest(KitCase):
    def setUp(self):
        super().setUp()
        self.file("notebooks/kernel.json", "{}")
        self.file("datasets/ventas.csv", "id_venta\n")

    def test_before_the_set_up_it_names_what_is_missing_and_changes_nothing(self):
        write(self.place.in_kit("python"), "")
        before = sorted(os.listdir(self.place.kit))
        for language in LANGUAGES:
            said = self.kit("doctor", env=self.env(language))
            self.assertEqual((said.returncode, said.stderr), (1, ""))
            for key in ("environment.missing", "build.missing", "kernel.stale", "data.unverified"):
                self.assertIn(f"\n    {sentence(language, key)}\n", said.stdout)
            wrong = said.stdout.count(sentence(language, "doctor.wrong") + "\n")
            self.assertEqual(said.stdout.splitlines()[-1], sentence(language, "doctor.sum", wrong))
            for key in kit.doctor.CHECKS:
                self.assertIn("\n" + sentence(language, "doctor." + key), "\n" + said.stdout)
        self.assertEqual(sorted(set(os.listdir(self.place.kit)) - {"pycache"}), before)

    def test_it_says_of_the_jdk_what_a_command_would_say(self):
        home = self.fake_jdk("11.0.1")
        said = self.kit("doctor", env=self.env(JAVA_HOME=home, PATH=self.path_of("sh", "sed", "python3")))
        self.assertIn(f"    {sentence('en', 'jdk.old', '11.0.1', home)}\n", said.stdout)
        self.assertEqual(said.returncode, 1)

    def test_all_well_ends_with_0(self):
        errors, output = self.quiet()
        checks = {key: lambda *_: "fine" for key in kit.doctor.CHECKS}
        with self.environ(), mock.patch.object(kit.doctor, "CHECKS", checks), output as printed:
            self.assertEqual(kit.doctor.doctor(self.place, None), 0)
        self.assertEqual(printed.getvalue().splitlines()[-1], ENGLISH["doctor.well"])

    def test_an_archive_of_other_jars_is_stale(self):
        jdk = read_jdk(self.fake_jdk("17.0.1"))
        state = {"classpath": ["a.jar"], "libraries": ["a.jar"]}
        write(os.path.join(self.place.lib, "a.jar"), "one")
        with mock.patch.object(kit.doctor, "find_jdk", lambda: jdk):
            self.assert_says(self.trouble(kit.doctor.doctor_archive, self.place, state), "archive.stale")
            write(kit.java.archive_file(self.place, jdk), "x")
            state["archives"] = {"17.0.1": kit.archive.archive_key(self.place, state, jdk)}
            self.assertEqual(kit.doctor.doctor_archive(self.place, state), ENGLISH["doctor.ok"])
            write(os.path.join(self.place.lib, "a.jar"), "another")
            self.assert_says(self.trouble(kit.doctor.doctor_archive, self.place, state), "archive.stale")

    def test_lists_of_classes_that_several_runs_numbered_each_for_itself_can_be_joined(self):
        lines = "java/lang/Object id: 0\n{0} id: 1\n@cp {0} 1 2\norquesta/X id: 2\na/B id: 3 super: 1 source: b.jar\n"
        joined = {}
        for name in ("some/First", "other/Second"):
            listed = self.file(name, lines.format(name))
            joined |= dict.fromkeys(kit.archive.classes_in(listed))
        expected = ["java/lang/Object", "some/First", "@cp some/First 1 2", "other/Second", "@cp other/Second 1 2"]
        self.assertEqual("".join(joined), "\n".join(expected) + "\n")

    def test_a_home_on_no_disk_of_this_machine_is_told_in_both_languages(self):
        mounts = self.file("mounts", "/dev/sda1 / ext4 rw 0 0\nserver:/casa /casa nfs4 rw 0 0\nx /con\\040espacio cifs rw 0 0\n")
        with mock.patch.object(kit.doctor, "MOUNTS", mounts):
            for home, kind in (("/casa/ana/.orquesta", "nfs4"), ("/con espacio/o", "cifs")):
                with self.environ(ORQUESTA_HOME=home):
                    self.assert_says(self.trouble(kit.doctor.doctor_home, self.place, {}), "home.not_local", home, kind)
            for home in ("/casados/.orquesta", "/tmp/o"):
                with self.environ(ORQUESTA_HOME=home):
                    self.assertEqual(kit.doctor.doctor_home(self.place, {}), home)
        with mock.patch.object(kit.doctor, "MOUNTS", mounts + ".none"), self.environ(ORQUESTA_HOME=None):
            self.assertEqual(kit.doctor.doctor_home(self.place, {}), self.place.at(".orquesta"))

    def test_data_that_changed_since_it_was_verified_is_told(self):
        state = {"data": kit.data.data_key(self.place)}
        self.assertEqual(kit.doctor.doctor_data(self.place, state), ENGLISH["doctor.ok"])
        self.file("datasets/ventas.csv", "id_venta\n1\n")
        self.assert_says(self.trouble(kit.doctor.doctor_data, self.place, state), "data.unverified")


if __name__ == "__main__":
    unittest.main()
