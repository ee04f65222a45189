"""The course's pipeline as Dagster assets; run as a script it materializes them in this process, without a stored run.

The folders and the engine come from the environment, as `dagster asset materialize` passes on no arguments of ours:
BENCH_DATASETS, BENCH_REPORTS, BENCH_ASSETS, BENCH_ENGINE=duckdb|pandas. With DuckDB the steps hand on Parquet files,
with pandas Dagster stores each value by its own default.
"""

import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import dagster  # noqa: E402
import steps  # noqa: E402

DATASETS, REPORTS, ASSETS = (os.environ[f"BENCH_{name}"] for name in ("DATASETS", "REPORTS", "ASSETS"))


def parquet(name: str) -> str:
    return f"{REPORTS if name == 'ingresos_totales' else ASSETS}/{name}.parquet"


def compute(name: str) -> None:
    import duckdb

    pathlib.Path(parquet(name)).parent.mkdir(parents=True, exist_ok=True)
    sources = {upstream: f"'{parquet(upstream)}'" for upstream in ("ventas", "productos")}
    query = steps.SQL[name].format(datasets=DATASETS, **sources)
    duckdb.connect().execute(f"copy ({query}) to '{parquet(name)}' (format parquet)")


if os.environ["BENCH_ENGINE"] == "duckdb":

    @dagster.asset
    def ventas() -> None:
        compute("ventas")

    @dagster.asset
    def productos() -> None:
        compute("productos")

    @dagster.asset(deps=[ventas, productos])
    def ingresos_totales() -> None:
        compute("ingresos_totales")

else:

    @dagster.asset
    def ventas():
        return steps.ventas(DATASETS)

    @dagster.asset
    def productos():
        return steps.productos(DATASETS)

    @dagster.asset
    def ingresos_totales(ventas, productos):
        summary = steps.ingresos_totales(ventas, productos)
        pathlib.Path(REPORTS).mkdir(parents=True, exist_ok=True)
        summary.to_parquet(parquet("ingresos_totales"), index=False)
        return summary


definitions = dagster.Definitions(assets=[ventas, productos, ingresos_totales])

if __name__ == "__main__":
    sys.exit(not dagster.materialize([ventas, productos, ingresos_totales], raise_on_error=False).success)
