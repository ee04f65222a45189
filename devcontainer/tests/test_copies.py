import contextlib
import io
import json
import os
import re
import unittest

from support import ENGLISH, KitCase, Options, kit, read_text


class CopiesTest(KitCase):
    def setUp(self):
        super().setUp()
        for language in ("en", "es"):
            for name in ("L00", "L04"):
                self.lesson(name, f"{name} in {language}", language)
        self.file("notebooks/en/other.ipynb", "no lesson")

    def lesson(self, name, content, language="en"):
        self.file(f"notebooks/{language}/{name}.ipynb", content)

    def mine(self, name):
        return read_text(self.place.at("notebooks", "my", name))

    def lay(self, language="en"):
        with self.environ(ORQUESTA_LANG=language):
            kit.copies.lay_copies(self.place)

    def test_each_lesson_has_a_copy_in_the_language_of_the_user(self):
        self.lay("es")
        self.assertEqual(("L00 in es", "L04 in es"), (self.mine("L00.ipynb"), self.mine("L04.ipynb")))
        self.assertIsNone(self.mine("other.ipynb"))
        self.assertEqual("es\n", self.mine(".language"))

    def test_an_update_changes_what_nobody_worked_in_and_nothing_else(self):
        self.lay()
        self.file("notebooks/my/L04.ipynb", "my work")
        self.lesson("L00", "L00, mended")
        self.lesson("L04", "L04, mended")
        self.lesson("L05", "L05, new")
        self.lay()
        self.assertEqual("L00, mended", self.mine("L00.ipynb"))
        self.assertEqual("my work", self.mine("L04.ipynb"))
        self.assertEqual("L05, new", self.mine("L05.ipynb"))

    def test_another_language_replaces_what_nobody_worked_in(self):
        self.lay()
        self.file("notebooks/my/L04.ipynb", "my work")
        self.lay("es")
        self.assertEqual(("L00 in es", "my work"), (self.mine("L00.ipynb"), self.mine("L04.ipynb")))

    def test_reset_keeps_the_work_beside_a_fresh_copy(self):
        self.lay()
        self.file("notebooks/my/L04.ipynb", "my work")
        said = self.reset("l04")
        self.assertEqual("L04 in en", self.mine("L04.ipynb"))
        kept = [name for name in os.listdir(self.place.at("notebooks", "my")) if re.fullmatch(r"L04\.2.*ipynb", name)]
        self.assertEqual(["my work"], [self.mine(name) for name in kept])
        self.assertEqual(
            [ENGLISH["reset.kept"].format(f"notebooks/my/{kept[0]}"), ENGLISH["reset.laid"].format("notebooks/my/L04.ipynb")],
            said.splitlines(),
        )

    def test_reset_of_an_untouched_copy_keeps_nothing(self):
        self.lay()
        said = self.reset("L04")
        self.assertEqual([ENGLISH["reset.laid"].format("notebooks/my/L04.ipynb")], said.splitlines())
        names = os.listdir(self.place.at("notebooks", "my"))
        self.assertEqual(["L00.ipynb", "L04.ipynb"], sorted(name for name in names if name[0] == "L"))

    def reset(self, *arguments):
        out = io.StringIO()
        with self.environ(ORQUESTA_LANG="en"), contextlib.redirect_stdout(out):
            self.assertEqual(0, kit.copies.reset(self.place, Options("reset", arguments)))
        return out.getvalue()

    def test_a_lesson_that_is_not_there_is_told_with_the_nearest(self):
        self.assert_says(self.trouble(self.reset, "L4"), "reset.unknown", "L4", "L04", "L00, L04")
        self.assert_says(self.trouble(self.reset), "reset.none", "L00, L04")

    def test_a_copy_is_what_jupyterlab_begins_with(self):
        self.assertEqual([], kit.jupyter.first_page(self.place))
        self.lay()
        self.assertIn("--LabApp.default_url=/lab/tree/notebooks/my/L00.ipynb", kit.jupyter.first_page(self.place))

    def test_a_list_of_hashes_that_was_spoiled_costs_nobody_his_work(self):
        self.lay()
        self.file("notebooks/my/.laid.json", "{")
        self.file("notebooks/my/L04.ipynb", "my work")
        self.lay()
        self.assertEqual("my work", self.mine("L04.ipynb"))
        self.assertEqual(["L00"], list(json.loads(self.mine(".laid.json"))))


if __name__ == "__main__":
    unittest.main()
