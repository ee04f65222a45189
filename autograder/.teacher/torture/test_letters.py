"""Names with letters outside ASCII, graded by the real command in a process whose locale knows none of them.

Folders, files in zips (that say UTF-8, that say nothing, that are in Windows's letters), names as macOS writes them, classes and records.
"""

import csv
import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import unittest
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True

from sources import INSIDE, right, write  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
NAMES = ("Íñigo Peña", "María Ñancupil", "José Núñez", "Nicolás Muñoz", "Óscar Ibáñez", "Güido Cárdenas")
LOCALES = ({"LC_ALL": "C"}, {"LANG": "es_XX.UTF-8", "POSIXLY_CORRECT": "1"})  # no machine has the second one


def answer():
    """A right one to E12 with a record, a field and a class of its own that English letters cannot name."""
    files = right()
    main = files[INSIDE + "Limpieza.java"].rstrip().removesuffix("}")
    own = "    record Línea(String ñandú) {}\n\n    static final Categoría NIÑO = new Categoría();\n}\n"
    return files | {INSIDE + "Limpieza.java": main + own, INSIDE + "Categoría.java": "package limpieza;\n\nfinal class Categoría {}\n"}


class Silent(zipfile.ZipInfo):
    """An entry that does not say which letters its name has."""

    letters = "utf-8"

    def _encodeFilenameFlags(self):  # noqa: N802
        return self.filename.encode(self.letters), self.flag_bits & ~0x800


class OfWindows(Silent):
    letters = "cp437"


def pack(path, files, entry):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(entry(name), text)


def hand_in(batch):
    """In the order of NAMES: a folder, a folder of macOS, zips of four kinds."""
    def decomposed(text):
        return unicodedata.normalize("NFD", text)

    write(os.path.join(batch, NAMES[0]), answer())
    write(os.path.join(batch, decomposed(NAMES[1])), {decomposed(path): text for path, text in answer().items()})
    pack(os.path.join(batch, NAMES[2] + ".zip"), answer(), zipfile.ZipInfo)
    pack(os.path.join(batch, NAMES[3] + ".zip"), answer(), Silent)
    pack(os.path.join(batch, NAMES[4] + ".zip"), answer(), OfWindows)
    pack(os.path.join(batch, decomposed(NAMES[5]) + ".zip"), {decomposed(path): text for path, text in answer().items()}, zipfile.ZipInfo)


class LettersTest(unittest.TestCase):
    def setUp(self):
        self.work = tempfile.mkdtemp(prefix="letters ")
        self.addCleanup(shutil.rmtree, self.work, ignore_errors=True)

    def graded(self, batch, out, locale):
        """What the command said, and its gradebook; in an environment without anything else."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "ORQUESTA_JDK17", "ORQUESTA_JDK25") if name in os.environ}
        command = [os.path.join(ROOT, "kit"), "grade", "E12", "--batch", batch, "--out", os.path.join(self.work, out)]
        done = subprocess.run(command, cwd=ROOT, env={**kept, "ORQUESTA_LANG": "en", **locale}, capture_output=True)
        said = (done.stdout + done.stderr).decode("utf-8")
        self.assertEqual(done.returncode, 0, said)
        with open(os.path.join(self.work, out, "gradebook.csv"), "rb") as file:
            return said, file.read()

    def test_marks_and_names_are_the_same_in_every_locale(self):
        batch = os.path.join(self.work, "entregas")
        hand_in(batch)
        books = []
        for number, locale in enumerate(LOCALES):
            with self.subTest(locale):
                said, book = self.graded(batch, f"notas {number}", locale)
                rows = list(csv.DictReader(book.decode("utf-8-sig").splitlines()))
                self.assertEqual({(row["name"], row["submission"], row["score"]) for row in rows}, {(name, name, "20") for name in NAMES})
                for name in NAMES:
                    self.assertIn(name, said)
                self.assertEqual(sorted(os.listdir(os.path.join(self.work, f"notas {number}", "feedback"))), sorted(NAMES))
                books.append(book)
        self.assertEqual(len(set(books)), 1)

    def test_the_one_zip_of_a_platform_that_windows_packed_holds_everybody(self):
        whole = os.path.join(self.work, "todas.zip")
        pack(whole, {f"{name}/{path}": text for name in NAMES[:2] for path, text in answer().items()}, of_western_windows)
        _, book = self.graded(whole, "notas", LOCALES[0])
        rows = list(csv.DictReader(book.decode("utf-8-sig").splitlines()))
        self.assertEqual([(row["name"], row["score"]) for row in rows], [(name, "20") for name in NAMES[:2]])


def of_western_windows(name):
    """Capital letters with an accent are not in code page 437; in 850 they are."""
    entry = Silent(name)
    entry.letters = "cp850"
    return entry


if __name__ == "__main__":
    unittest.main(verbosity=2)
