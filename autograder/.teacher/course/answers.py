"""What a student hands in for one exercise, and the mark that its author has declared for that.

The claims are those of exercise.json (points), of wrong.json (what a wrong answer loses), of the table of states in the grader's README,
and, for attacks on E12, of the hostile batch's manifest. Nothing here asks the grader.
"""

import json
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
TORTURE = os.path.join(ROOT, "autograder", ".teacher", "torture")

EMPTY = "empty"
HALT = "    static {\n        Runtime.getRuntime().halt(0);\n    }\n"
HANG = "    static {\n        for (int n = 1; n > 0; n = n % 7 + 1) {}\n    }\n"
ATTACKS = {
    "halt": {".java": HALT},
    "hang": {".java": HANG},
}
SQL_ATTACK = "select content from read_text('/etc/passwd')\n"
SQL_BROKEN = "selec everything form nowhere\n"


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def tree(folder):
    """The texts of a folder by their paths in it."""
    found = {}
    for top, _, files in os.walk(folder):
        for name in files:
            path = os.path.join(top, name)
            found[os.path.relpath(path, folder).replace(os.sep, "/")] = read(path)
    return found


class Exercise:
    def __init__(self, name):
        self.name, self.folder = name, os.path.join(ROOT, "exercises", name)
        self.asked = json.loads(read(self.folder, "exercise.json"))
        self.start = tree(os.path.join(self.folder, "start"))
        self.points = {check["id"]: check["points"] for check in self.asked["checks"]}
        self.kind = self.asked.get("kind", "function")
        self.wrong = [each for each in json.loads(read(self.folder, ".teacher", "wrong", "wrong.json"))["wrong"]
                      if "${" not in "".join(tree(self.at("wrong", each["name"])).values())]

    def at(self, *path):
        return os.path.join(self.folder, ".teacher", *path)

    def solution(self):
        return self.start | tree(self.at("solution"))

    def sure(self, files, attack):
        """The answer's own files with the attack behind the head of each of their classes."""
        head = re.compile(r"^((?:public |final |abstract )*(?:class|enum) \w+[^{;]*\{\n)", re.M)
        return {path: head.sub(lambda found: found[1] + attack, text, count=1) if path in self.asked["answer"] else text
                for path, text in files.items()}


def exercises():
    names = sorted(name for name in os.listdir(os.path.join(ROOT, "exercises"))
                   if os.path.exists(os.path.join(ROOT, "exercises", name, "exercise.json")))
    return [Exercise(name) for name in names]


class Answer:
    """Files below EXERCISE/answer, and what they are worth."""

    def __init__(self, exercise, what, files, mark, status):
        self.exercise, self.what, self.files, self.mark, self.status = exercise, what, files, mark, status


def right(exercise, rng):
    return Answer(exercise, "right", exercise.solution(), sum(exercise.points.values()), "graded")


def wrong(exercise, rng):
    """One of the named misconceptions; where none stands for itself, the starter."""
    if not exercise.wrong:
        return starter(exercise, rng)
    one = rng.choice(exercise.wrong)
    files = exercise.start | tree(exercise.at("wrong", one["name"]))
    mark = sum(exercise.points.values()) - sum(exercise.points[check] for check in one["loses"])
    return Answer(exercise, "wrong/" + one["name"], files, mark, "graded")


def starter(exercise, rng):
    return Answer(exercise, "starter", exercise.start, 0, "not_tried")


def empty(exercise, rng):
    """A folder with nothing to grade in it."""
    return Answer(exercise, EMPTY, {"LEEME.md": "sin terminar\n"}, 0, "no_answer")


def broken(exercise, rng):
    """Java that lacks its last brace; a query of no language; lines of no type."""
    if exercise.kind == "sql":
        return Answer(exercise, "broken", dict.fromkeys(exercise.asked["answer"], SQL_BROKEN), 0, "graded")
    if exercise.kind == "answers":
        lines = re.sub(r"=.*", "= ???", exercise.solution()["respuestas.txt"])
        return Answer(exercise, "broken", {"respuestas.txt": lines}, 0, "graded")
    files = exercise.solution()
    for path in exercise.asked["answer"]:
        files[path] = files[path].rstrip().removesuffix("}")
    return Answer(exercise, "broken", files, 0, "compile_error")


def hostile(exercise, rng):
    """Code that ends its JVM, or never comes back, before it answers; for E12 the attacks of the hostile batch."""
    if exercise.name == "E12" and rng.random() < 0.7:
        return attack_on_e12(exercise, rng)
    if exercise.kind == "sql":
        return Answer(exercise, "hostile/reads", dict.fromkeys(exercise.asked["answer"], SQL_ATTACK), 0, "graded")
    if exercise.kind == "answers":
        return broken(exercise, rng)
    name, attack = ("hang", HANG) if rng.random() < 0.2 else ("halt", HALT)
    return Answer(exercise, "hostile/" + name, exercise.sure(exercise.solution(), attack), 0, "graded")


def attack_on_e12(exercise, rng):
    """One whose claim is one mark and one state, at every isolation."""
    listed = json.loads(read(TORTURE, "manifest.json"))["submissions"]
    plain = [each for each in listed if "pack" not in each and "escape" not in each and not each.get("varies")
             and isinstance(each["mark"], int) and isinstance(each["status"], str) and not each["name"].startswith("right")]
    one = rng.choice([each for each in plain if "${" not in "".join(attack_files(each["name"]).values())])
    files = {"limpieza/" + name: text for name, text in attack_files(one["name"]).items()}
    return Answer(exercise, "hostile/" + one["name"], files, one["mark"], one["status"])


def attack_files(name):
    folder = os.path.join(TORTURE, "answers", name)
    files = tree(folder) if os.path.isdir(folder) else {"Limpieza.java": read(folder + ".java")}
    if "Bien." in "".join(files.values()):
        files["Bien.java"] = read(TORTURE, "answers", "Bien.java")
    return files
