"""All that keeps a lesson from being built."""

from lessons import expectations, facts, questions, trials
from lessons.figures import Figures
from lessons.source import FOLDER


def of_source(lesson, folder=FOLDER):
    found = [
        *lesson.problems,
        *questions.problems(lesson),
        *facts.problems(lesson),
        *expectations.problems(lesson),
        *trials.problems(lesson),
        *Figures(lesson, folder).problems(),
    ]
    return sorted(found, key=lambda problem: problem.line)
