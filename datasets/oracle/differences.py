"""What one run did beside what the oracle says that it must do, in sentences."""

import json
from itertools import zip_longest

import parquet
import summary
from texts import say

PARQUET = "ingresos_totales.parquet"
YESTERDAY = {
    "ingresos_totales.csv": b"categoria_norm,total_ventas,n_items,precio_promedio\nayer,1.00,1,1.00\n",
    "ventas_rechazadas.csv": b"regla,id_venta,fecha,producto,precio,cantidad\nid_nulo,,ayer,,,\n",
}


def differences(case, verdict, chosen):
    try:
        result = json.loads((case.home / "result.json").read_text(encoding="utf-8"))
        states = {step["key"]: step["state"] for step in result["steps"] if step["kind"] == "asset"}
        status, code = result["status"], result["exit"]
    except (OSError, ValueError, KeyError, TypeError) as trouble:
        return [say("no_result", case=case.name, file="result.json", found=f"{type(trouble).__name__}: {trouble}")]
    told = []
    if kind_of(status, chosen.warnings) != kind_of(verdict.status, chosen.warnings):
        told.append(say("status_differs", case=case.name, found=status, expected=verdict.status))
    elif code != verdict.exit:
        told.append(say("exit_differs", case=case.name, found=code, expected=verdict.exit))
    told += step_differences(case, verdict, states)
    yesterday = YESTERDAY if chosen.yesterday else {}
    for name, expected in verdict.reports().items():
        told += file_differences(case, verdict, name, expected if verdict.published else yesterday.get(name))
    told += parquet_differences(case, verdict)
    return told


def kind_of(status, warnings):
    """ok and warned both publish, and are one unless asked."""
    return "ok" if status == "warned" and not warnings else status


def step_differences(case, verdict, states):
    found = {step: states.get(step, "absent") for step in verdict.steps}
    return [
        say("step_differs", case=case.name, step=step, found=found[step], expected=expected)
        for step, expected in verdict.steps.items()
        if not agrees(verdict, expected, found[step])
    ]


def agrees(verdict, expected, found):
    """Failures are exact. Which asset a check blocks is not fixed by the rules, nor then what lies below it."""
    if "failed" in (expected, found) or found == "absent":
        return expected == found
    if verdict.status == "blocked" and expected == "upstream_failed":
        return found in ("upstream_failed", "blocked")
    if expected == "upstream_failed":
        return found == "upstream_failed"
    return found != "upstream_failed" or verdict.blocked


def file_differences(case, verdict, name, expected):
    path = case.reports / name
    found = path.read_bytes() if path.is_file() else None
    if found == expected:
        return []
    if found is None:
        return [say("file_missing", case=case.name, file=name)]
    if not verdict.published:
        return [say("file_surplus", case=case.name, file=name, expected=verdict.status)]
    line, ours, theirs = first_difference(expected, found)
    return [say("line_differs", case=case.name, file=name, line=line, found=theirs, expected=ours)]


def first_difference(expected, found):
    """Lines are those between line feeds: a line break in quotes counts as one more."""
    pairs = zip_longest(expected.split(b"\n"), found.split(b"\n"))
    for line, (one, other) in enumerate(pairs, start=1):
        if one != other:
            return line, shown(one), shown(other)
    raise AssertionError("equal files have no difference")


def shown(line):
    return "-" if line is None else repr(line.decode("utf-8", "backslashreplace"))


def parquet_differences(case, verdict):
    path = case.reports / PARQUET
    if path.is_file() != verdict.published:
        key = "file_missing" if verdict.published else "file_surplus"
        return [say(key, case=case.name, file=PARQUET, expected=verdict.status)]
    if not verdict.published or not parquet.READERS:
        return []
    try:
        found = parquet.read(path)
    except parquet.NotParquet as trouble:
        return [say("unreadable_parquet_case", case=case.name, file=PARQUET, found=trouble.facts["found"])]
    pairs = (
        (summary.COLUMNS, found.names),
        (summary.TYPES, found.types),
        (tuple(income.row() for income in verdict.incomes), found.rows),
    )
    for expected, theirs in pairs:
        if expected != theirs:
            return [say("parquet_differs", case=case.name, file=PARQUET, found=theirs, expected=expected)]
    return []
