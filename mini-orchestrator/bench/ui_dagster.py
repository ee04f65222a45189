"""An instance of Dagster with many runs, for ui.py: python ui_dagster.py COUNT      (DAGSTER_HOME is set by the caller)

One real run of five assets; the others are copies of its row and tags, made by SQL and without events, since a real run takes
a tenth of a second: that is to Dagster's advantage. `dagster dev -f` of this file serves the same definitions.
"""

import logging
import os
import pathlib
import sqlite3
import sys
import uuid

import dagster

NAMES = ("leidas", "ventas", "rechazadas", "productos", "ingresos")


def asset(number: int, name: str) -> dagster.AssetsDefinition:
    @dagster.asset(name=name, deps=[NAMES[number - 1]] if number else [])
    def nothing() -> None:
        return None

    return nothing


JOB = dagster.define_asset_job("todo", selection="*", executor_def=dagster.in_process_executor)
defs = dagster.Definitions(assets=[asset(number, name) for number, name in enumerate(NAMES)], jobs=[JOB])


def fill(wanted: int) -> None:
    with dagster.DagsterInstance.get() as instance:
        if instance.get_runs_count() == 0:
            defs.resolve_job_def("todo").execute_in_process(instance=instance)
    database = pathlib.Path(os.environ["DAGSTER_HOME"], "history", "runs.db")
    with sqlite3.connect(database) as runs:
        runs.row_factory = sqlite3.Row
        row = dict(runs.execute("select * from runs order by id limit 1").fetchone())
        old, _ = row["run_id"], row.pop("id")
        tags = runs.execute("select key, value from run_tags where run_id = ?", (old,)).fetchall()
        (known,) = runs.execute("select count(*) from runs").fetchone()
        for _ in range(wanted - known):
            new = str(uuid.uuid4())
            copy = {**row, "run_id": new, "run_body": row["run_body"].replace(old, new)}
            marks = ",".join("?" * len(copy))
            runs.execute(f"insert into runs ({','.join(copy)}) values ({marks})", list(copy.values()))
            runs.executemany("insert into run_tags (run_id, key, value) values (?, ?, ?)", [(new, *tag) for tag in tags])
    print(old)


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    fill(int(sys.argv[1]))
