"""Spelling by hunspell with the dictionaries of each language, and the words of source/words.txt."""

import html
import os
import re
import shutil
import subprocess

from builder import facts, prose, questions
from builder.source import FOLDER
from builder.texts import Problem

DICTIONARIES = {"en": "en_GB", "es": "es_CL"}
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SET_ASIDE = re.compile(
    r"<[^>]*>"  # tags
    r"|\]\([^)]*\)"  # targets of links
    r"|https?://\S+"
    r"|\$[^$\n]*[\\^_][^$\n]*\$"  # formulas
    r"|\b\w*[_\d]\w*\b"  # names with underscores or digits
    r"|(?:\.{1,2}/|\b\w+/)[\w./-]+|\b[\w-]+\.(?:csv|parquet|java|py|md|json|ipynb)\b"  # paths
)


def missing():
    """Whether there is nothing to check with."""
    if not shutil.which("hunspell"):
        return True
    listed = subprocess.run(["hunspell", "-D"], stdin=subprocess.DEVNULL, capture_output=True, text=True).stderr
    return not all(re.search(rf"/{name}$", listed, re.M) for name in DICTIONARIES.values())


def own_words(language, folder=FOLDER):
    """The words of ours, lower case: a line is a word, or a language and a word."""
    path = folder / "words.txt"
    lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    pairs = [line.rpartition(":") for line in lines if line.strip() and not line.startswith("#")]
    return {word.strip().lower() for only, _, word in pairs if only in ("", language)}


def words(lesson, language):
    """(line, word) of all prose, with the names of misconceptions, which readers see too, and the teacher's notes."""
    for line in [*prose.lines(lesson, language), *prose.lines_of(lesson.notes, language)]:
        text = line.text
        if line.cell.kind == "quiz":
            part = questions.OPTION.fullmatch(text) or questions.MISCONCEPTION.fullmatch(text.strip())
            text = part[2] if part else text
        text = facts.QUOTE.sub(" ", prose.CODE.sub(" ", text))
        for word in WORD.findall(html.unescape(SET_ASIDE.sub(" ", text))):
            yield line.number, word.replace("’", "'")


def unknown(candidates, language):
    """Those that the dictionary does not know."""
    command = ["hunspell", "-l", "-i", "utf-8", "-d", DICTIONARIES[language]]
    env = {**os.environ, "LC_ALL": "C.UTF-8"}
    text = "\n".join(sorted(candidates))
    answer = subprocess.run(command, input=text, capture_output=True, text=True, check=True, env=env, encoding="utf-8")
    return set(answer.stdout.split())


def problems(lesson, folder=FOLDER):
    for language in DICTIONARIES:
        known = own_words(language, folder)
        written = [(line, word) for line, word in words(lesson, language) if word.lower() not in known]
        strange = unknown({word for _, word in written}, language)
        for line, word in written:
            if word in strange:
                yield Problem(line, "lint.spelling", word, DICTIONARIES[language])
