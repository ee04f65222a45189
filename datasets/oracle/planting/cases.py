"""One generated case: two files in the making, valid until features.py dirties them."""

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

import parquet
from planting.samples import CATEGORIAS, CLAVES, open_question
from planting.sheets import Row, Sheet

RUN_DATES = (date(2024, 2, 29), date(2025, 6, 15), date(2025, 12, 31), date(2026, 3, 1))
DAY_FORMS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y")
PLAIN_PRICES = ("990", "1.990", "$1.990", "1.990,50", "12,5", "0.5", "$ 12.500 CLP", "4990", "19990,9")
PLAIN_TAXES = ("0", "0.19", "0,19", "0.1", "0,105", "0.0005", "0.35")


@dataclass(frozen=True)
class ParquetFile:
    names: tuple
    types: tuple
    rows: list
    broken: bytes | None = None


@dataclass
class Case:
    rng: Random
    date: date
    known: list  # of CLAVES: the products of the catalogue
    categories: list
    ventas: Sheet
    catalogo: Sheet
    parquet: ParquetFile | None = None
    features: list = field(default_factory=list)
    asking: bool = False  # may plant values that the rules leave open
    questions: set = field(default_factory=set)

    def some_rows(self, share):
        """Rows of ventas.csv that still fit the header; at least one, if there is any."""
        plain = [row for row in self.ventas.rows if row.values]
        return [row for row in plain if self.rng.random() < share] or plain[:1]

    def one_row(self, sheet):
        plain = [row for row in sheet.rows if row.values]
        return self.rng.choice(plain) if plain else self.add(sheet, "added")

    def add(self, sheet, kind, **values):
        """A valid row but for `values`, at a random place."""
        valid = self.sale(len(sheet.rows)) if sheet is self.ventas else self.listing(self.rng.choice(self.known))
        row = Row({**valid.values, **values})
        row.plant(kind, **values)
        return self.put(sheet, row)

    def put(self, sheet, row):
        sheet.rows.insert(self.rng.randint(0, len(sheet.rows)), row)
        return row

    def set(self, row, column, text, **facts):
        row.values[column] = text
        row.plant(column, text=text, **facts)
        question = open_question(column, text)
        if question:
            self.questions.add(question)

    def either_sheet(self):
        return self.rng.choice((self.ventas, self.catalogo))

    def sale(self, number):
        day = max(self.date - timedelta(days=self.rng.randint(0, 400)), date(2000, 1, 1))
        values = {
            "id_venta": str(1000 + number),
            "fecha": day.strftime(self.rng.choice(DAY_FORMS)),
            "producto": self.rng.choice(self.rng.choice(self.known)[1]),
            "precio": self.rng.choice((*PLAIN_PRICES, str(self.rng.randint(1, 99999)))),
            "cantidad": str(self.rng.randint(1, 9)),
            "nota": self.rng.choice(("", "ok", "ver, luego", "a;b")),
        }
        return Row(values)

    def listing(self, product):
        values = {
            "producto": self.rng.choice(product[1]),
            "categoria_norm": self.rng.choice(self.rng.choice(self.categories)[1]),
            "impuesto": self.rng.choice(PLAIN_TAXES),
            "nota": "",
        }
        return Row(values)

    def write(self, folder, number, seed):
        folder.mkdir(parents=True)
        for sheet in (self.ventas, self.catalogo):
            content = sheet.render(self.rng)
            if not sheet.absent:
                (folder / sheet.file).write_bytes(content)
        if self.parquet and self.parquet.broken is not None:
            (folder / "catalogo.parquet").write_bytes(self.parquet.broken)
        elif self.parquet:
            made = self.parquet
            parquet.write(folder / "catalogo.parquet", made.names, made.types, made.rows)
        manifest = {
            "case": number,
            "seed": seed,
            "date": self.date.isoformat(),
            "features": self.features,
            "questions": sorted(self.questions),
            "planted": self.ventas.planted() + self.catalogo.planted(),
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
        (folder / "manifest.json").write_text(text, encoding="utf-8")


def valid_case(rng):
    known = rng.sample(CLAVES, rng.randint(3, 10))
    case = Case(
        rng,
        rng.choice(RUN_DATES),
        known,
        rng.sample(CATEGORIAS, rng.randint(1, 4)),
        Sheet("ventas.csv", ["id_venta", "fecha", "producto", "precio", "cantidad"]),
        Sheet("catalogo.csv", ["producto", "categoria_norm", "impuesto"]),
    )
    case.ventas.rows = [case.sale(number) for number in range(rng.randint(*rng.choice(((1, 5), (5, 30), (30, 60)))))]
    case.catalogo.rows = [case.listing(product) for product in known]
    rng.shuffle(case.catalogo.rows)
    return case
