"""What can be planted: for each clause of the rules the cases that meet it, and those that just miss it."""

FEATURES = {}  # name -> function, in the order in which several of one case are applied
DECISIVE = set()  # those that fail or block a run, or empty it: at most one of them comes by chance
ASKING = {}  # name -> the question in QUESTIONS.md that it touches


NEEDS_WRITER = set()  # of Parquet


def feature(function):
    FEATURES[function.__name__] = function
    return function


def asks(question):
    def mark(function):
        ASKING[function.__name__] = question
        return function

    return mark


def decisive(function):
    DECISIVE.add(function.__name__)
    return feature(function)


def parquet_feature(function):
    NEEDS_WRITER.add(function.__name__)
    return function
