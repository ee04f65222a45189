"""A home that remembers many runs: a few real ones of several kinds, then copies of their rows.

A block of real runs is copied by SQL: the same events, projections and output under later numbers and times, causes and
all. A copy's values are those of the run that it copies. Each hour has one run; the last began just now.
"""

import json
import pathlib
import shutil
import sqlite3
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
KIT = HERE.parents[1] / "kit"
DATASETS = KIT.parent / "datasets"
EXAMPLE = HERE.parent / "examples" / "ventas"
SCHEDULE = "cada_hora"
JOB = "reporte_diario"
HOUR_MS = 3_600_000

# What the real runs are asked for; the block is copied with its shares.
KINDS = [[]] * 10 + [["--job", JOB]] * 6 + [["--job", "ingresos_totales_diario"]] * 3 + [["--select", "productos"]] * 2
KINDS += [["--chaos", "fail:productos"]] * 2 + [["--chaos", "fail:ingresos_totales"]]

# Of each table what is shifted, and by what; all else is as it was. Nothing and "none" (0) stay.
SHIFTS = {
    "event": {"seq": "seq", "run": "run", "at": "ms", "cause": "seq"},
    "run": {"run": "run", "started": "ms", "ended": "ms", "tick": "ms"},
    "step": {"run": "run", "cause": "seq", "started": "ms", "ended": "ms"},
    "materialization": {"seq": "seq", "run": "run", "published": "seq", "delivered": "seq", "cleaned": "seq", "removed": "seq"},
    "check_result": {"seq": "seq", "run": "run"},
    "tick": {"due": "ms", "seq": "seq"},
    "log_chunk": {"n": "n", "run": "run"},
}

EVENT = (
    "insert into event (seq, pipeline, run, \"trigger\", at, type, step, asset, attempt, cause, data)"
    " values (?, ?, 0, ?, ?, ?, '', '', 0, 0, ?)"
)


def make(folder: pathlib.Path, runs: int) -> pathlib.Path:
    """The home with at least so many runs, made if it is not there; `folder` also gets the pipeline and one block."""
    pipeline = scheduled(folder)
    block = folder / "block"
    if not (block / "made").exists():
        shutil.rmtree(block, ignore_errors=True)
        for kind in KINDS:
            command = [str(KIT), "run", str(pipeline), "--home", str(block), "--set", f"datasets={DATASETS}"]
            command += ["--set", f"reports={folder / 'reports'}"]
            subprocess.run([*command, *kind], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        (block / "made").touch()
    home = folder / f"home-{runs}"
    if not (home / "made").exists():
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(block, home)
        (home / "made").unlink()
        copy(home / "orquesta.db", runs)
        (home / "made").touch()
    return home


def scheduled(folder: pathlib.Path) -> pathlib.Path:
    """The example with a schedule."""
    pipeline = folder / "ventas"
    if not pipeline.exists():
        shutil.copytree(EXAMPLE, pipeline)
        source = pipeline / "Ventas.java"
        last = '.job(Job.named("reporte_diario").select("*publicar_reporte"))'
        text = source.read_text(encoding="utf-8")
        assert text.count(last) == 1, source
        schedule = f'.schedule(orquesta.schedule.Schedule.named("{SCHEDULE}").cron("0 * * * *", "UTC").runs("{JOB}"))'
        source.write_text(text.replace(last, last + schedule), encoding="utf-8")
    return pipeline


def copy(database: pathlib.Path, wanted: int) -> None:
    """Twice as many blocks again and again, each run an hour after the one before; the last began in this hour."""
    home = sqlite3.connect(database, isolation_level=None)
    for setting in ("journal_mode = off", "synchronous = off", "cache_size = -1000000"):
        home.execute(f"pragma {setting}")
    runs = greatest(home, "run", "run")
    blocks, all_blocks = 1, -(-wanted // runs)
    home.execute("begin")
    spread(home, int(time.time() * 1000) // HOUR_MS - runs * all_blocks)
    size = {"run": runs, "seq": greatest(home, "event", "seq"), "n": greatest(home, "log_chunk", "n"), "ms": runs * HOUR_MS}
    while blocks < all_blocks:
        more = min(blocks, all_blocks - blocks)
        for table, shifts in SHIFTS.items():
            key = next(column for column in ("seq", "n", "run") if column in shifts)
            by = {column: blocks * size[unit] for column, unit in shifts.items()}
            insert(home, table, by, f"{key} <= {more * size[key]}")
        blocks += more
    home.execute("update materialization set cleaned = null, removed = null where run > ?", (greatest(home, "run", "run") - runs,))
    home.execute("commit")
    home.execute("pragma journal_mode = wal")
    home.close()


def greatest(home: sqlite3.Connection, table: str, column: str) -> int:
    return home.execute(f"select coalesce(max({column}), 0) from {table}").fetchone()[0]


def insert(home: sqlite3.Connection, table: str, by: dict[str, int], which: str) -> None:
    columns = [f'"{row[1]}"' for row in home.execute(f"pragma table_info({table})")]
    shifted = {f'"{name}"': f"iif({name} = 0, 0, {name} + {shift})" for name, shift in by.items()}
    values = ", ".join(shifted.get(column, column) for column in columns)
    home.execute(f"insert into {table} ({', '.join(columns)}) select {values} from {table} where {which}")


def spread(home: sqlite3.Connection, first_hour: int) -> None:
    """One run an hour from this one on. Each hour has a tick: it started the run, if that is one of its job."""
    seq = greatest(home, "event", "seq")
    for run, job, started in home.execute("select run, job, started from run order by run").fetchall():
        due = (first_hour + run) * HOUR_MS
        for table, column in (("event", "at"), ("run", "started"), ("run", "ended"), ("step", "started"), ("step", "ended")):
            home.execute(f"update {table} set {column} = {column} + ? where run = ?", (due - started, run))
        seq += 1
        tick(home, seq, due, job == JOB)
        if job == JOB:
            home.execute("update run set tick = ? where run = ?", (due, run))
            home.execute("update event set cause = ? where run = ? and type = 'run_started'", (seq, run))
    clean(home, seq + 1, due)


def clean(home: sqlite3.Connection, seq: int, at: int) -> None:
    """All values of the block are gone; the last block is to get them back, as if the retention had worked all the time."""
    values = [value for (value,) in home.execute("select seq from materialization order by seq")]
    data = json.dumps({"values": values, "why": {"key": "clean.by_runs", "args": ["10"]}, "removed": True})
    home.execute(EVENT, (seq, "", "", at, "cleaned", data))
    home.execute("update materialization set cleaned = ?1, removed = ?1", (seq,))


def tick(home: sqlite3.Connection, seq: int, due: int, starts: bool) -> None:
    instant = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(due / 1000))
    reason = {"key": "tick.due", "args": []} if starts else {"key": "tick.paused", "args": []}
    state = "RUNNING" if starts else "SKIPPED"
    data = json.dumps({"due": instant + "Z", "asked": [instant], "state": state, "reason": reason})
    home.execute(EVENT, (seq, "ventas", SCHEDULE, due, "ticked", data))
    home.execute("insert into tick (pipeline, schedule, due, seq) values ('ventas', ?, ?, ?)", (SCHEDULE, due, seq))
