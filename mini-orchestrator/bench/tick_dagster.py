"""A step each minute that writes when it began into the file BENCH_MARKS, as a schedule of dagster-daemon, for tick.py.

The job runs in the one process that the daemon starts for a run: Dagster's quickest way.
"""

import os
import time

import dagster


@dagster.asset
def marca() -> None:
    now = time.time()
    with open(os.environ["BENCH_MARKS"], "a", encoding="utf-8") as marks:
        print(now, file=marks)


marcar = dagster.define_asset_job("marcar", selection="*", executor_def=dagster.in_process_executor)
cada_minuto = dagster.ScheduleDefinition(
    name="cada_minuto",
    job=marcar,
    cron_schedule="* * * * *",
    execution_timezone="UTC",
    default_status=dagster.DefaultScheduleStatus.RUNNING,
)
defs = dagster.Definitions(assets=[marca], jobs=[marcar], schedules=[cada_minuto])
