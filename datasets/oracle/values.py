"""Rules 5 to 11 for one value at a time: text in, a value or the name of the rule that refuses it out."""

import datetime
import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

# Exactly these six. Python's own strip() would also take form feeds, U+0085, U+2007, U+3000 ...
BLANKS = " \t\r\n\u00a0\u202f"

SIN_CATEGORIA = "sin_categoria"

# [0-9] and fullmatch throughout: \d accepts the digits of every script, and $ matches before a last line feed.
PLAIN = re.compile(r"[+-]?([0-9]+)([.,][0-9]{1,2})?")
GROUPED = re.compile(r"[+-]?([1-9][0-9]{0,2}(?:\.[0-9]{3})+)(,[0-9]{1,2})?")
SHARE = re.compile(r"0([.,][0-9]{1,4})?")
DAYS = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
    re.compile(r"(?P<day>[0-9]{2})-(?P<month>[0-9]{2})-(?P<year>[0-9]{4})"),
    re.compile(r"(?P<day>[0-9]{2})/(?P<month>[0-9]{2})/(?P<year>[0-9]{4})"),
)


class Refused(Exception):
    """A value that its rule does not accept; the argument is the rule's name."""

    @property
    def rule(self):
        return self.args[0]


def stripped(text):
    return text.strip(BLANKS)


def number(text, digits):
    """The number that a person wrote in Chile, or None. `digits` is the limit of those before the decimals."""
    plain = PLAIN.fullmatch(text)
    if plain and len(plain[1]) <= digits:
        return Decimal(text.replace(",", "."))
    grouped = GROUPED.fullmatch(text)
    if grouped and len(grouped[1].replace(".", "")) <= digits:
        return Decimal(text.replace(".", "").replace(",", "."))
    return None


def without_marks(text):
    """Rule 5: at most two marks in all fall away at the two ends, with the blanks around them."""
    text = stripped(text)
    for _ in range(2):
        if text[:1] == "$":
            text = text[1:]
        elif text[:3].lower() == "clp":
            text = text[3:]
        elif text[-1:] == "$":
            text = text[:-1]
        elif text[-3:].lower() == "clp":
            text = text[:-3]
        text = stripped(text)
    return text


def precio(text):
    bare = without_marks(text)
    if not bare:
        raise Refused("precio_nulo")
    value = number(bare, 12)
    if value is None:
        raise Refused("precio_ilegible")
    return value


def cantidad(text):
    bare = stripped(text)
    if not bare:
        raise Refused("cantidad_nula")
    value = number(bare, 9)
    if value is None or value != value.to_integral_value():
        raise Refused("cantidad_ilegible")
    return int(value)


def fecha(text, today):
    day = written_day(stripped(text))
    if day is None or day.year < 2000:
        raise Refused("fecha_ilegible")
    if day > today:
        raise Refused("fecha_futura")
    return day


def written_day(text):
    for form in DAYS:
        match = form.fullmatch(text)
        if match:
            try:
                return datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                return None
    return None


def clave(text):
    """Rule 10, in the order of its words: lower case, NFD, without Mn, blanks."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    bare = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    return re.sub(f"[{BLANKS}]+", " ", bare).strip(" ")


def impuesto(text):
    bare = stripped(text)
    if not bare:
        return Decimal(0)
    if not SHARE.fullmatch(bare):
        raise Refused("impuesto_ilegible")
    return Decimal(bare.replace(",", "."))


def impuesto_by_value(value):
    """A number of a Parquet file: its form does not matter, its value has the limits of the text."""
    if not value.is_finite() or not 0 <= value < 1 or (Fraction(value) * 10000).denominator != 1:
        raise Refused("impuesto_ilegible")
    return value
