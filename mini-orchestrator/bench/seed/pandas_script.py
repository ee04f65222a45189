"""The course's pipeline as a pandas script. usage: pandas_script.py DATASETS REPORTS"""

import pathlib
import sys

import steps

datasets, reports = sys.argv[1:]
pathlib.Path(reports).mkdir(parents=True, exist_ok=True)
summary = steps.ingresos_totales(steps.ventas(datasets), steps.productos(datasets))
summary.to_parquet(f"{reports}/ingresos_totales.parquet", index=False)
