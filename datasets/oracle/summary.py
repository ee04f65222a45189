"""Rules 12 and 13: incomes by category in exact fractions, and the bytes of the published CSV files."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from values import SIN_CATEGORIA

COLUMNS = ("categoria_norm", "total_ventas", "n_items", "precio_promedio")
TYPES = ("VARCHAR", "DECIMAL(38,2)", "BIGINT", "DECIMAL(38,2)")


@dataclass(frozen=True)
class Income:
    categoria_norm: str
    total_ventas: Decimal
    n_items: int
    precio_promedio: Decimal

    def row(self):
        return self.categoria_norm, self.total_ventas, self.n_items, self.precio_promedio


def summarise(used, products):
    catalogue = {each.producto: each for each in products}  # of several rows of a product the last stays
    groups = {}
    for sale in used:
        known = catalogue.get(sale.producto)
        category, tax = (known.categoria, known.impuesto) if known else (SIN_CATEGORIA, 0)
        groups.setdefault(category, []).append((sale, money(sale) * (1 + Fraction(tax))))
    incomes = [income(category, sold) for category, sold in groups.items()]
    return sorted(incomes, key=lambda each: (-Fraction(each.total_ventas), each.categoria_norm))


def income(category, sold):
    total = sum(amount for _, amount in sold)
    mean = sum(Fraction(sale.precio) for sale, _ in sold) / len(sold)
    return Income(category, half_up(total), sum(sale.cantidad for sale, _ in sold), half_up(mean))


def unknown(used, products):
    names = {each.producto for each in products}
    return [sale for sale in used if sale.producto not in names]


def money(sale):
    return Fraction(sale.precio) * sale.cantidad


def half_up(amount):
    """Two decimals. No amount is negative, so half up is the floor of one half more."""
    cents = floor(Fraction(amount) * 100 + Fraction(1, 2))
    return Decimal(f"{cents // 100}.{cents % 100:02d}")


def csv(header, rows):
    return "".join(",".join(map(quoted, row)) + "\n" for row in (header, *rows)).encode("utf-8")


def quoted(text):
    text = str(text)
    if any(character in text for character in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text
