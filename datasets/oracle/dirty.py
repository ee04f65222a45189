"""Dirty inputs from a seed: many small folders which together meet every clause of the rules, alone and combined.

    python3 dirty.py --seed 1 --count 1000 --out DIR [--parquet] [--settled]

Each folder holds ventas.csv, catalogo.csv and manifest.json, which says what was planted, the run's date, and which
of the questions in QUESTIONS.md it touches. The same seed gives the same files (those of Parquet: the same content).
"""

import argparse
import sys
from pathlib import Path
from random import Random

import parquet
from planting.cases import valid_case
from planting.registry import ASKING, DECISIVE, FEATURES, NEEDS_WRITER
from texts import say


def make_case(seed, number, chosen):
    """One feature in turn, so that some hundred cases have them all, and others by chance."""
    rng = Random(f"{seed}/{number}")
    case = valid_case(rng)
    case.asking = rng.random() < 0.15
    in_turn = chosen[number % len(chosen)]
    harmless = [name for name in chosen if name not in DECISIVE and (case.asking or name not in ASKING)]
    names = {in_turn, *rng.sample(harmless, rng.choice((0, 0, 1, 2, 3, 6)))}
    if rng.random() < 0.03:
        names.add(rng.choice([name for name in chosen if name in DECISIVE and name not in ASKING]))
    case.features = [name for name in FEATURES if name in names]
    for name in case.features:
        FEATURES[name](case)
    case.questions.update(ASKING[name] for name in case.features if name in ASKING)
    return case


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--parquet", action="store_true", help="some cases with catalogo.parquet (needs a writer)")
    parser.add_argument("--settled", action="store_true", help="only cases that touch no open question")
    chosen = parser.parse_args(arguments)
    if chosen.out.exists() and any(chosen.out.iterdir()):
        print(say("folder_not_empty", folder=chosen.out, option="--out"), file=sys.stderr)
        return 2
    if chosen.parquet and not parquet.READERS:
        print(parquet.NoReader().sentence(), file=sys.stderr)
        return 2
    write_cases(chosen)
    return 0


def write_cases(chosen):
    names = [name for name in FEATURES if chosen.parquet or name not in NEEDS_WRITER]
    number = written = 0
    while written < chosen.count:
        case = make_case(chosen.seed, number, names)
        if not (chosen.settled and case.questions):
            written += 1
            case.write(chosen.out / f"{written:04d}", f"{written:04d}", chosen.seed)
        number += 1


if __name__ == "__main__":
    sys.exit(main())
