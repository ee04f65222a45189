"""All that keeps a lesson from being built."""

from builder import expectations, facts, questions, trials
from builder.figures import Figures
from builder.source import FOLDER


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
