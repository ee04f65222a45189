"""Makes the submissions of a whole course, and the marks that they must get.

Usage: python3 make.py FOLDER [--students 200] [--seed 17]     writes FOLDER/entregas and FOLDER/manifest.json
"""

import argparse
import json
import os
import random
import sys
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import answers  # noqa: E402
from people import names  # noqa: E402

KINDS = ((answers.right, 52), (answers.wrong, 35), (answers.starter, 4), (answers.empty, 2), (answers.broken, 5), (answers.hostile, 2))
NONE = {"mark": 0, "status": "no_answer", "what": "nothing"}
UNREADABLE = {"mark": 0, "status": "rejected", "what": "unreadable"}


class Course:
    """One class, the same for the same seed. Students go as far as they go, and leave out a few on their way."""

    def __init__(self, students, seed):
        self.rng = random.Random(seed)
        self.exercises = answers.exercises()
        self.names = names(self.rng, students)

    def write(self, folder, only=None):
        """All of the class, or only so many of its first; these hand in the same either way."""
        inbox, rows = os.path.join(folder, "entregas"), []
        os.makedirs(inbox)
        for number, name in enumerate(self.names[:only]):
            if number in (5, 6, 7):
                rows += self.whole(inbox, name, number)
            else:
                rows += self.student(inbox, name, number)
        with open(os.path.join(folder, "manifest.json"), "w", encoding="utf-8") as file:
            json.dump(rows, file, ensure_ascii=False, indent=0)
        return rows

    def whole(self, inbox, name, number):
        """An empty folder, a zip that ends too early, a kind of archive that nobody reads."""
        if number == 5:
            os.makedirs(os.path.join(inbox, name))
            return self.rows(name, {}, NONE)
        if number == 6:
            self.pack(os.path.join(inbox, name + ".zip"), {"E12/answer/a.java": "class A {}\n" * 99})
            os.truncate(os.path.join(inbox, name + ".zip"), 60)
            return self.rows(name, {}, UNREADABLE)
        with open(os.path.join(inbox, name + ".rar"), "wb") as file:
            file.write(b"Rar!\x1a\x07\x01\x00 and so on")
        return self.rows(name + ".rar", {}, UNREADABLE)

    def student(self, inbox, name, number):
        given = {each.name: self.answer(each) for each in self.handed_in()}
        files = {f"{exercise}/answer/{path}": text for exercise, answer in given.items() for path, text in answer.files.items()}
        if number % 3 == 1:
            self.pack(os.path.join(inbox, name + ".zip"), files)
        else:
            for path, text in files.items():
                write(os.path.join(inbox, name, path), text)
        claims = {exercise: {"mark": answer.mark, "status": answer.status, "what": answer.what} for exercise, answer in given.items()}
        return self.rows(name, claims, NONE)

    def handed_in(self):
        """Most of the exercises up to where this one has come; at least one."""
        count = len(self.exercises)
        reached = max(1, min(count, round(self.rng.triangular(2, count + 8, count))))
        return [each for each in self.exercises[:reached] if self.rng.random() < 0.75] or self.exercises[:1]

    def answer(self, exercise):
        kinds, weights = zip(*KINDS)
        return self.rng.choices(kinds, weights)[0](exercise, self.rng)

    def rows(self, submission, claims, otherwise):
        return [{"submission": submission, "exercise": each.name, **claims.get(each.name, otherwise)} for each in self.exercises]

    @staticmethod
    def pack(path, files):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files.items():
                archive.writestr(name, text)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder")
    options.add_argument("--students", type=int, default=200)
    options.add_argument("--seed", type=int, default=17)
    chosen = options.parse_args()
    rows = Course(chosen.students, chosen.seed).write(chosen.folder)
    handed = [row for row in rows if row["what"] not in ("nothing", "unreadable")]
    print(f"{chosen.students} submissions, {len(handed)} answers, {len(rows)} rows")


if __name__ == "__main__":
    main()
