"""Writes data/registro.log: the week of three crons that know nothing of each other. The seed gives seconds and numbers of processes.

    python3 registro.py > ../data/registro.log
"""
import random

CHANCE = random.Random(21)
# day: for each step minutes until its end, and the code that it ends with
WEEK = {
    2: ((9, 0), (8, 0), (3, 0)),
    3: ((26, 0), (9, 0), (3, 0)),
    4: ((10, 0), (4, 1), (3, 0)),
    5: ((8, 0), (9, 0), (4, 0)),
    6: ((11, 0), (19, 0), (3, 0)),
    7: ((5, 1), (8, 0), (3, 0)),
    8: ((14, 0), (7, 0), (3, 0)),
}
BEGINS = {"descargar": 0, "limpiar": 15, "reportar": 30}


def main():
    process = 2100
    for day, steps in WEEK.items():
        lines = []
        for (step, begin), (minutes, code) in zip(BEGINS.items(), steps):
            process += CHANCE.randint(3, 40)
            lines.append((begin, CHANCE.randint(1, 3), f"{step}[{process}] begins"))
            lines.append((begin + minutes, 0, f"{step}[{process}] ends with {code}"))
        for minute, second, words in sorted(lines):
            print(f"2026-03-{day:02} 07:{minute:02}:{second:02} {words}")


if __name__ == "__main__":
    main()
