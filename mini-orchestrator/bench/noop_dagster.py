"""N steps of Dagster that do nothing, as one stored run; prints {"run_s": ...}.

usage: noop_dagster.py N SHAPE in_process|multiprocess     (DAGSTER_HOME is set by the caller; noop.py has the shapes)
The job has to be found again by Dagster's child processes, so N and shape also go through the environment.
"""

import json
import os
import sys
import time

import dagster


def step(number: int, shape: str) -> dagster.AssetsDefinition:
    upstream = None if number == 0 else "a0" if shape.startswith("fan") else f"a{number - 1}"
    if shape.endswith("-table"):
        return row(f"a{number}", upstream)

    @dagster.asset(name=f"a{number}", deps=[upstream] if upstream else [])
    def nothing() -> None:
        return None

    return nothing


def row(name: str, upstream: str | None) -> dagster.AssetsDefinition:
    """A table of one row, handed on by Dagster's own default: a file below DAGSTER_HOME."""
    import pandas as pd

    @dagster.asset(name=name, ins={"above": dagster.AssetIn(upstream)} if upstream else {})
    def table(**inputs: pd.DataFrame) -> pd.DataFrame:
        return inputs["above"].assign(n=inputs["above"]["n"] + 1) if inputs else pd.DataFrame({"n": [1]})

    return table


def job() -> dagster.JobDefinition:
    count, shape = int(os.environ["BENCH_N"]), os.environ["BENCH_SHAPE"]
    every = dagster.define_asset_job("noop", selection="*", executor_def=dagster.multiprocess_executor)
    return dagster.Definitions(assets=[step(n, shape) for n in range(count)], jobs=[every]).get_job_def("noop")


def main() -> int:
    os.environ["BENCH_N"], os.environ["BENCH_SHAPE"], mode = sys.argv[1:]
    with dagster.DagsterInstance.get() as instance:
        ready = job() if mode == "in_process" else dagster.reconstructable(job)
        start = time.perf_counter()
        if mode == "in_process":
            done = ready.execute_in_process(instance=instance, raise_on_error=False)
        else:
            done = dagster.execute_job(ready, instance=instance)
        print(json.dumps({"run_s": round(time.perf_counter() - start, 4)}))
    return int(not done.success)


if __name__ == "__main__":
    sys.exit(main())
