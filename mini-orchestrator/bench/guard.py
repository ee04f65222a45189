"""Whether ours has become dearer since its figures were last landed: CPU seconds beside the peer's, of the same rounds.

usage: guard.py RESULTS.jsonl...

landed.json holds what ours cost, as so many times the CPU seconds of its peer: the least of some rounds each. Both get
slower on a busy machine, so their ratio says more than seconds; MORE is what the machine alone may add to it.
"""

import json
import pathlib
import sys

from texts import say

LANDED = pathlib.Path(__file__).resolve().parent / "landed.json"
MORE = 1.3


def dearer(results: list[dict], landed: list[dict]) -> list[str]:
    """A sentence for each landed figure that these results exceed; what is void or was not measured says nothing here."""
    return [said for figure in landed if (said := judged(figure, results))]


def judged(figure: dict, results: list[dict]) -> str:
    ours, peer = (least(figure, figure[who], results) for who in ("ours", "peer"))
    if not ours or not peer:
        return ""
    found, most = ours / peer, figure["cpu_ratio"] * MORE
    told = {name: figure[name] for name in ("suite", "ours", "peer", "size")}
    return say("dearer", **told, found=found, landed=figure["cpu_ratio"], most=most) if found > most else ""


def least(figure: dict, name: str, results: list[dict]) -> float:
    wanted = (figure["suite"], figure["size"], name)
    same = (row for row in results if (row["suite"], row["size"], row["name"]) == wanted and not row["void"])
    return min((row["cpu_s"] for row in same), default=0)


def main(paths: list[str]) -> int:
    results = [json.loads(text) for path in paths for text in pathlib.Path(path).read_text().splitlines()]
    said = dearer(results, json.loads(LANDED.read_text()))
    print(*said, sep="\n", end="\n" if said else "")
    return int(bool(said))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
