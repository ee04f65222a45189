"""The oracle: what the sales pipeline must publish for a folder of data, worked out from the rules alone.

    python3 ventas.py --datasets DIR --reports DIR --date yyyy-MM-dd [--json FILE]

Exit code: 0 published (ok or warned), 1 a step fails, 2 the question cannot be judged, 3 a blocking check fails.
It shares no code with the pipeline that it judges. Clear before fast: a file of some thousand rows takes a second.
"""

import argparse
import datetime
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

import catalogue
import parquet
import sales
import summary
import values
from records import Defect, read
from texts import say

STEPS = {  # each step with those that it reads
    "ventas_leidas": (),
    "ventas": ("ventas_leidas",),
    "ventas_rechazadas": ("ventas_leidas",),
    "productos": (),
    "ingresos_totales": ("ventas", "productos"),
    "publicar_reporte": ("ingresos_totales", "ventas_rechazadas"),
}
CHECKS = {  # rule 14
    "ninguna_fila_perdida": "blocking",
    "ingresos_no_negativos": "blocking",
    "algunas_ventas_usadas": "blocking",
    "codificacion_utf8": "warning",
    "catalogo_sin_conflictos": "warning",
    "productos_conocidos": "warning",
    "impuestos_presentes": "warning",
    "pocas_rechazadas": "warning",
}
EXIT = {"ok": 0, "warned": 0, "failed": 1, "blocked": 3}


@dataclass
class Verdict:
    date: datetime.date
    failures: dict = field(default_factory=dict)  # step -> Defect
    checks: dict = field(default_factory=dict)  # name -> (passed, facts); one that could not run is absent
    sources: list = field(default_factory=list)
    sales: list = field(default_factory=list)
    incomes: list = field(default_factory=list)

    @property
    def status(self):
        """A failure outranks a blocking check, as exit code 1 outranks 3."""
        if self.failures:
            return "failed"
        if self.blocked:
            return "blocked"
        return "ok" if all(passed for passed, _ in self.checks.values()) else "warned"

    @property
    def blocked(self):
        return any(CHECKS[name] == "blocking" and not passed for name, (passed, _) in self.checks.items())

    @property
    def exit(self):
        return EXIT[self.status]

    @property
    def published(self):
        return self.status in ("ok", "warned")

    @property
    def steps(self):
        states = {}
        for step, reads in STEPS.items():
            if step in self.failures:
                states[step] = "failed"
            elif any(states[name] != "ok" for name in reads):
                states[step] = "upstream_failed"
            else:
                states[step] = "ok"
        if self.status == "blocked":  # by a check of something above, which the rules do not name
            states["publicar_reporte"] = "upstream_failed"
        return states

    @property
    def used(self):
        return [sale for sale in self.sales if sale.rule is None]

    def reports(self):
        """Rule 13: the bytes of the two CSV files."""
        refused = [(sale.rule, *sale.text) for sale in self.sales if sale.rule]
        return {
            "ingresos_totales.csv": summary.csv(summary.COLUMNS, [income.row() for income in self.incomes]),
            "ventas_rechazadas.csv": summary.csv(("regla", *sales.COLUMNS), refused),
        }

    def as_json(self):
        return {
            "status": self.status,
            "exit": self.exit,
            "date": self.date.isoformat(),
            "steps": self.steps,
            "failures": [
                {"step": step, "defect": defect.key, "line": defect.facts.get("line"), "sentence": defect.sentence()}
                for step, defect in self.failures.items()
            ],
            "checks": [
                {"name": name, "kind": CHECKS[name], "passed": passed, **facts}
                for name, (passed, facts) in self.checks.items()
            ],
            "counts": self.counts(),
            "files": [
                {"file": each.file, "encoding": each.encoding, "bom": each.bom, "delimiter": each.delimiter}
                for each in self.sources
            ],
        }

    def counts(self):
        refused = [sale.rule for sale in self.sales if sale.rule]
        by_rule = {rule: refused.count(rule) for rule in sales.RULES if rule in refused}
        return {"rows_in": len(self.sales), "used": len(self.used), "refused": by_rule}


def judge(datasets, date):
    """What a run of that date must do with the files of a folder. Each half goes on if the other fails."""
    verdict, products = Verdict(date), []
    try:
        source = read(datasets / "ventas.csv", sales.COLUMNS)
        verdict.sources.append(source)
        verdict.sales = sales.judge_sales(source, date)
        check_rows(verdict, source)
    except Defect as defect:
        verdict.failures["ventas_leidas"] = defect
    try:
        products = catalogue.read_products(datasets, verdict.sources)
        check_catalogue(verdict, products)
    except parquet.NoReader:
        raise
    except Defect as defect:
        verdict.failures["productos"] = defect
    latin1 = [source.file for source in verdict.sources if source.encoding != "utf-8"]
    verdict.checks["codificacion_utf8"] = (not latin1, {"latin1": latin1})
    if not verdict.failures:
        verdict.incomes = summary.summarise(verdict.used, products)
        check_incomes(verdict, products)
    return verdict


def check_rows(verdict, source):
    rows, used = len(verdict.sales), len(verdict.used)
    verdict.checks["ninguna_fila_perdida"] = (source.counted == rows, {"counted": source.counted})
    verdict.checks["algunas_ventas_usadas"] = (rows == 0 or used > 0, {})
    verdict.checks["pocas_rechazadas"] = ((rows - used) * 10 <= rows, {"refused": rows - used, "rows": rows})


def check_catalogue(verdict, products):
    differing = catalogue.conflicts(products)
    shown = [[each.line, each.producto, each.categoria, str(each.impuesto)] for each in differing]
    verdict.checks["catalogo_sin_conflictos"] = (not differing, {"conflicts": shown})
    empty = [each.producto for each in products if each.without_tax]
    verdict.checks["impuestos_presentes"] = (not empty, {"empty": empty})


def check_incomes(verdict, products):
    unknown = summary.unknown(verdict.used, products)
    money = str(summary.half_up(sum(map(summary.money, unknown))))
    verdict.checks["productos_conocidos"] = (not unknown, {"rows": len(unknown), "money": money})
    negative = [income.categoria_norm for income in verdict.incomes if income.total_ventas < 0]
    verdict.checks["ingresos_no_negativos"] = (not negative, {"negative": negative})


def publish(verdict, reports):
    """Writes nothing for a run that fails or is blocked: yesterday's report stays."""
    if not verdict.published:
        return
    reports.mkdir(parents=True, exist_ok=True)
    for name, content in verdict.reports().items():
        (reports / name).write_bytes(content)
    if parquet.READERS:
        rows = [income.row() for income in verdict.incomes]
        parquet.write(reports / "ingresos_totales.parquet", summary.COLUMNS, summary.TYPES, rows)


def day(text):
    found = values.written_day(text)
    if found is None or found.isoformat() != text:
        raise argparse.ArgumentTypeError(say("bad_date", found=repr(text)))
    return found


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--datasets", type=Path, required=True)
    parser.add_argument("--reports", type=Path, required=True)
    parser.add_argument("--date", type=day, required=True, help="the run's date, yyyy-MM-dd")
    parser.add_argument("--json", type=Path, help="where the verdict goes; standard output if not given")
    chosen = parser.parse_args(arguments)
    try:
        verdict = judge(chosen.datasets, chosen.date)
        publish(verdict, chosen.reports)
    except parquet.NoReader as defect:
        print(defect.sentence(), file=sys.stderr)
        return 2
    told = json.dumps(verdict.as_json(), ensure_ascii=False, indent=2) + "\n"
    if chosen.json:
        chosen.json.write_text(told, encoding="utf-8")
    else:
        sys.stdout.buffer.write(told.encode("utf-8"))
    return verdict.exit


if __name__ == "__main__":
    sys.exit(main())
