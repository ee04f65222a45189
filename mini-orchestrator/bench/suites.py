"""Which commands stand side by side. Placeholders: {datasets} {reports} {home} {date} of the run, {here} this folder,
{duckdb} {pandas} {dagster} the Python of that environment, {rows} {out} when data are made."""

from typing import NamedTuple

DAGSTER = "env DAGSTER_HOME={home} BENCH_DATASETS={datasets} BENCH_REPORTS={reports} BENCH_ASSETS={home}/assets"
DAGSTER_FILE = "{here}/seed/dagster_assets.py"


class Suite(NamedTuple):
    commands: dict[str, str]
    outputs: list[str]
    data: str
    stored: dict[str, str]
    keep_home: frozenset[str] = frozenset()


SUITES = {
    "ventas": Suite(
        commands={
            "duckdb": "{duckdb} {here}/ventas_duckdb.py {datasets} {reports} --date {date} --assets {home}/assets",
            "duckdb_onepass": "{duckdb} {here}/ventas_duckdb_onepass.py {datasets} {reports} --date {date}",
            "pandas": "{pandas} {here}/ventas_pandas.py {datasets} {reports} --date {date} --assets {home}/assets",
        },
        outputs=["ingresos_totales.csv", "ingresos_totales.parquet", "ventas_rechazadas.csv"],
        data="{here}/../../kit data --rows {rows} --out {out}",
        stored={name: "{home}/assets/{asset}.parquet" for name in ("duckdb", "pandas")},
    ),
    "seed": Suite(
        commands={
            "duckdb": "{duckdb} {here}/seed/duckdb_script.py {datasets} {reports}",
            "duckdb_parquet": "{duckdb} {here}/seed/duckdb_script.py {datasets} {reports} --steps parquet"
            " --assets {home}/assets",
            "duckdb_fused": "{duckdb} {here}/seed/duckdb_script.py {datasets} {reports} --steps fused",
            "pandas": "{pandas} {here}/seed/pandas_script.py {datasets} {reports}",
            "dagster_duckdb": f"{DAGSTER} BENCH_ENGINE=duckdb {{dagster}} {DAGSTER_FILE}",
            "dagster_pandas": f"{DAGSTER} BENCH_ENGINE=pandas {{dagster}} {DAGSTER_FILE}",
            "dagster_cli": f"{DAGSTER} BENCH_ENGINE=duckdb {{dagster}} -m dagster asset materialize"
            f" --select * -f {DAGSTER_FILE}",
        },
        outputs=["ingresos_totales.parquet"],
        data="{duckdb} {here}/seed/make_data.py --rows {rows} --out {out}",
        stored={},
        keep_home=frozenset({"dagster_cli"}),
    ),
}
