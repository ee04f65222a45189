"""Writes croniter-cases.txt: what croniter (PyPI) says where it means the same as our rules, in UTC.

    pip install croniter==7.0.0 && python croniter_cases.py > ../../../../resources/orquesta/schedule/oracle/croniter-cases.txt

Left out is what croniter means differently: changes of the clock, day fields that begin with a star beside one that is
restricted, ranges that end on Sunday by name. A line is: expression | instant that ticks follow | three ticks.
"""
import random
from datetime import datetime, timedelta, timezone

from croniter import croniter

RANDOM = random.Random(20261129)
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
WEEKDAYS = "sun mon tue wed thu fri sat".split()


def item(least, most, names):
    first, second = sorted(RANDOM.sample(range(least, most + 1), 2))
    kind = RANDOM.randrange(4)
    if kind == 0 and names:
        return RANDOM.choice(names)
    if kind <= 1:
        return str(first)
    return f"{first}-{second}" + (f"/{RANDOM.randint(1, 6)}" if kind == 3 else "")


def field(least, most, names=(), stars=("*",)):
    if RANDOM.random() < 0.4:
        return RANDOM.choice(stars)
    return ",".join(item(least, most, names) for _ in range(RANDOM.choice((1, 1, 2))))


def expression():
    minute = field(0, 59, stars=("*", "*/7", "*/15", "0"))
    hour = field(0, 23, stars=("*", "*/5", "12"))
    return " ".join((minute, hour, field(1, 31), field(1, 12, MONTHS, ("*", "*/2")), field(0, 7, WEEKDAYS)))


def main():
    written = 0
    while written < 300:
        text = expression()
        start = datetime(2026, 1, 1, tzinfo=timezone.utc) + timedelta(minutes=RANDOM.randrange(60 * 24 * 1500))
        try:
            ticks = croniter(text, start, max_years_between_matches=50)
            three = [ticks.get_next(datetime).strftime("%Y-%m-%dT%H:%M:%SZ") for _ in range(3)]
        except ValueError:
            continue
        print(f"{text} | {start:%Y-%m-%dT%H:%M:%SZ} | {' '.join(three)}")
        written += 1


if __name__ == "__main__":
    main()
