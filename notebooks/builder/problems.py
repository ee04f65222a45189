"""All that keeps a lesson from being built."""

from builder import expectations, facts, questions, trials
from builder.figures import Figures
from builder.source import FOLDER

# What is asserted, solved and tried may stand in the teacher's part, which a student's copy has not.
WITH_ANSWERS = {"fact.loose", "fact.idle", "trial.unsolved", "trial.untried"}


def of_source(lesson, folder=FOLDER):
    found = [
        *lesson.problems,
        *questions.problems(lesson),
        *facts.problems(lesson),
        *expectations.problems(lesson),
        *trials.problems(lesson),
        *Figures(lesson, folder).problems(),
    ]
    told = [problem for problem in found if lesson.is_teachers or problem.key not in WITH_ANSWERS]
    return sorted(told, key=lambda problem: problem.line)
