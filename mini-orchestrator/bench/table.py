"""A Markdown table of results: least, middle and largest value of the rounds that count.

usage: table.py RESULTS.jsonl...
"""

import json
import pathlib
import statistics
import sys

HEAD = """| size | what | rounds | wall s (min / median / max) | x the peer | CPU s | x its CPU s | peak MB | others | outputs |
|---|---|---|---|---|---|---|---|---|---|"""


def table(results: list[dict]) -> str:
    groups: dict[tuple, list[dict]] = {}
    for result in results:
        groups.setdefault((result["size"], result["name"]), []).append(result)
    return "\n".join([HEAD, *(line(size, name, rounds) for (size, name), rounds in groups.items())])


def line(size: int, name: str, rounds: list[dict]) -> str:
    good = [result for result in rounds if not result["void"]]
    voids = sorted({result["void"] for result in rounds if result["void"]})
    if not good:
        return f"| {size:,} | {name} | 0 | | | | | | | **void**: {'; '.join(voids)} |"
    hashes = sorted({digest[:6] for result in good for digest in result["hashes"].values()})
    cells = [
        spread([result["wall_s"] for result in good]),
        "1" if good[0]["peer"] == name else spread([result["ratio"] for result in good]),
        middle([result["cpu_s"] for result in good]),
        "1" if good[0]["peer"] == name else middle([result["cpu_ratio"] for result in good]),
        middle([result["peak_mb"] for result in good]),
        middle([result["others"] for result in good]),
        " ".join(hashes) + "".join(f"; **void** {len(rounds) - len(good)}: {why}" for why in voids),
    ]
    return f"| {size:,} | {name} | {len(good)} | {' | '.join(cells)} |"


def spread(values: list[float]) -> str:
    return f"{short(min(values))} / **{middle(values)}** / {short(max(values))}"


def middle(values: list[float]) -> str:
    return short(statistics.median(values))


def short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"


if __name__ == "__main__":
    print(table([json.loads(text) for path in sys.argv[1:] for text in pathlib.Path(path).read_text().splitlines()]))
