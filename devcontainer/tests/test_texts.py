import os
import re
import string
import unittest

from support import ENGLISH, MODULES, PACKAGE, ROOT, SPANISH, KitCase, kit

HERE = os.path.dirname(os.path.abspath(__file__))


def read(*names):
    with open(os.path.join(*names), encoding="utf-8") as file:
        return file.read()


CODE = "".join(read(PACKAGE, f"{name}.py") for name in MODULES if name not in ("english", "spanish"))


def gaps(sentence):
    return sorted(name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None)


class TextsTest(KitCase):
    def test_both_languages_have_the_same_texts_with_the_same_gaps(self):
        self.assertEqual(ENGLISH.keys(), SPANISH.keys())
        for key in ENGLISH:
            self.assertEqual(gaps(ENGLISH[key]), gaps(SPANISH[key]), key)

    def test_no_text_is_left_in_the_other_language(self):
        same = {key for key in ENGLISH if ENGLISH[key] == SPANISH[key]}
        self.assertEqual([key for key in same if " " in ENGLISH[key]], [])

    def test_every_text_is_used_and_every_use_has_a_text(self):
        used = set(re.findall(r'(?:Trouble|\btext)\("([a-z_.]+)"', CODE))
        missing = used - ENGLISH.keys()
        self.assertEqual(missing, set())
        families = ("part.", "help.", "doctor.", "test.", "python.missing")
        unused = [key for key in ENGLISH if key not in used and not key.startswith(families)]
        self.assertEqual(unused, [])

    def test_every_sentence_of_trouble_has_a_test(self):
        raised = set(re.findall(r'Trouble\("([a-z_.]+)"', CODE)) | {"python.missing", "lock.waiting"}
        self.assertGreater(len(raised), 25)
        tests = "".join(read(HERE, name) for name in os.listdir(HERE) if name.startswith("test_"))
        self.assertEqual({key for key in raised if not re.search(rf"[\"']{key}[\"']", tests)}, set())

    def test_every_sentence_of_trouble_names_a_remedy(self):
        """A sentence that only complains has one clause; what to do stands behind a colon, semicolon or full stop."""
        for key in set(re.findall(r'Trouble\("([a-z_.]+)"', CODE)):
            self.assertRegex(ENGLISH[key], r"[;:.?] \S|so that|Set right", key)

    def test_the_language_is_the_variable_else_the_locale_else_english(self):
        for values, language in (
            ({}, "en"),
            ({"LANG": "es_CL.UTF-8"}, "es"),
            ({"LANG": "es_CL.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
            ({"LANG": "en_US.UTF-8", "ORQUESTA_LANG": "es"}, "es"),
            ({"LC_MESSAGES": "es_ES", "LANG": "de_DE"}, "es"),
        ):
            with self.subTest(values), self.environ(**values):
                self.assertEqual(kit.texts.language(), language)


class ReadmeTest(unittest.TestCase):
    def test_what_it_shows_and_links_is_there_and_each_picture_has_words(self):
        page = read(ROOT, "README.md")
        pictures = re.findall(r'<img src="([^"]+)" width="\d+%" alt="[^"]{30,}">', page)
        self.assertEqual(len(pictures), page.count("<img"))
        named = pictures + re.findall(r"\]\(([^)#]+)\)", page)
        self.assertGreater(len(named), 8)
        self.assertEqual([name for name in named if not os.path.exists(os.path.join(ROOT, name))], [])


if __name__ == "__main__":
    unittest.main()
