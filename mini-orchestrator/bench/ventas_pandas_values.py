"""What one written text means: its value, and the rule that it breaks (0: none). Standard library only."""

import datetime
import re
from typing import NamedTuple

import ventas_files as files

RULES = [
    *("", "fila_ilegible", "precio_nulo", "precio_ilegible", "cantidad_nula", "cantidad_ilegible"),
    *("fecha_ilegible", "fecha_futura", "total_no_positivo", "id_nulo", "id_repetido"),
]
BLANK = f"[{files.BLANKS}]*"
GROUPED = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})"
MARKED = re.compile(rf"((?:(?:\$|CLP){BLANK})*)(.*?)((?:{BLANK}(?:\$|CLP))*)", re.DOTALL | re.IGNORECASE)
PRICE = re.compile(rf"([+-]?)(?:([0-9]{{1,12}}|{GROUPED}{{1,3}})(?:,([0-9]{{1,2}}))?|([0-9]{{1,12}})\.([0-9]{{1,2}}))")
QUANTITY = re.compile(rf"([+-]?(?:[0-9]{{1,9}}|{GROUPED}{{1,2}}))(?:,0{{1,2}})?|([+-]?[0-9]{{1,9}})\.0{{1,2}}")
YEAR_FIRST, YEAR_LAST = (
    re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII),
    re.compile(r"(\d\d)([-/])(\d\d)\2(\d{4})", re.ASCII),
)


class Verdict(NamedTuple):
    value: int
    rule: int = 0


def refused(rule: str) -> Verdict:
    return Verdict(0, RULES.index(rule))


def price(text: str) -> Verdict:
    """In centavos."""
    before, number, after = MARKED.fullmatch(text.strip(files.BLANKS)).groups()
    if len(re.findall(r"(?i)\$|CLP", before + after)) > 2:
        return refused("precio_ilegible")
    found = PRICE.fullmatch(number)
    if not found:
        return refused("precio_ilegible" if number else "precio_nulo")
    sign, whole, comma_decimals, dotted, dot_decimals = found.groups()
    return Verdict(
        int(sign + (whole or dotted).replace(".", "") + (comma_decimals or dot_decimals or "").ljust(2, "0"))
    )


def quantity(text: str) -> Verdict:
    text = text.strip(files.BLANKS)
    found = QUANTITY.fullmatch(text)
    if not found:
        return refused("cantidad_ilegible" if text else "cantidad_nula")
    return Verdict(int((found[1] or found[2]).replace(".", "")))


def day(text: str, today: datetime.date) -> Verdict:
    """In days since 1970-01-01."""
    text = text.strip(files.BLANKS)
    if found := YEAR_FIRST.fullmatch(text):
        year, month, day_of_month = found.groups()
    elif found := YEAR_LAST.fullmatch(text):
        day_of_month, _, month, year = found.groups()
    else:
        return refused("fecha_ilegible")
    try:
        date = datetime.date(int(year), int(month), int(day_of_month))
    except ValueError:
        return refused("fecha_ilegible")
    if date.year < 2000:
        return refused("fecha_ilegible")
    return refused("fecha_futura") if date > today else Verdict((date - datetime.date(1970, 1, 1)).days)
