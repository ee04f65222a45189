"""What the raw scripts of the sales rules share before any engine starts: header, cuts, catalogue, keys.

Standard library only. The sales file has to be well-formed class data (README.md, "What the raw scripts assume").
"""

import csv
import io
import os
import pathlib
import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import BinaryIO, NamedTuple

from texts import Refused, say

BLANKS = " \t\r\n\u00a0\u202f"
SALES = ["id_venta", "fecha", "producto", "precio", "cantidad"]
CATALOGUE = ["producto", "categoria_norm", "impuesto"]
NO_CATEGORY = "sin_categoria"


class Header(NamedTuple):
    delimiter: str
    names: list[str]
    size: int


class Product(NamedTuple):
    producto: str
    categoria_norm: str
    impuesto: Decimal


def key(text: str | None) -> str:
    """A product or a category as it is compared and printed."""
    decomposed = unicodedata.normalize("NFD", (text or "").lower())
    bare = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    return re.sub(f"[{BLANKS}]+", " ", bare).strip(" ")


def header(path: pathlib.Path, required: list[str]) -> Header:
    """Read the first line: of `,` and `;` the delimiter is the one that cuts it into more fields."""
    with path.open("rb") as file:
        line = file.readline()
    text = line.decode("utf-8-sig").rstrip("\r\n")
    cuts = {d: next(csv.reader([text], delimiter=d), []) for d in ",;"}
    delimiter = max(",;", key=lambda d: len(cuts[d]))
    names = [name.strip(BLANKS).lower() for name in cuts[delimiter]]
    missing = [name for name in required if names.count(name) != 1]
    if missing:
        raise Refused("columns", file=path.name, missing=", ".join(missing), found=", ".join(names))
    return Header(delimiter, names, len(line))


def cut(path: pathlib.Path, head: Header, pieces: int, folder: pathlib.Path) -> list[str]:
    """Copy the records into as many files as cores: a reader that minds quoted line breaks and short rows reads one
    file with one thread, but many files at once."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        ends = [head.size]
        for piece in range(1, pieces):
            wanted = head.size + (size - head.size) * piece // pieces
            ends.append(max(ends[-1], next_record(file, wanted, head)))
        ends.append(size)
        names = [str(folder / f"piece-{n}.csv") for n in range(pieces)]
        for name, begin, end in zip(names, ends, ends[1:]):
            with open(name, "wb") as out:
                while begin < end:
                    begin += os.sendfile(out.fileno(), file.fileno(), begin, end - begin)
    return names


def next_record(file: BinaryIO, wanted: int, head: Header) -> int:
    """Where the first line after the wanted place begins that is a whole record by itself, in plain or quoted fields.

    A line inside a quoted text could look so; then the engine finds other records than count_records, and nothing is
    published.
    """
    field, comma = rb'(?:[^"%s\r\n]*|"(?:[^"\n]|"")*")' % head.delimiter.encode(), re.escape(head.delimiter).encode()
    record = re.compile(field + rb"(?:%s%s){%d}\r?\n" % (comma, field, len(head.names) - 1))
    file.seek(wanted)
    file.readline()
    while True:
        begin = file.tell()
        line = file.readline()
        if not line or record.fullmatch(line):
            return begin


def count_records(path: pathlib.Path, head: Header, block: int = 1 << 24) -> int:
    """Count the records without the engine's reader: the lines that hold something, quoted line breaks aside."""
    quoted = re.compile(rb'"(?<=[%s\n]")[^"]*+(?:""[^"]*+)*+("?)' % head.delimiter.encode())
    records, rest = 0, b"\n"
    with path.open("rb") as file:
        file.seek(head.size)
        while data := file.read(block):
            whole, line_feed, tail = (rest + data).rpartition(b"\n")
            lines, still_open = without_quoted_breaks(whole + line_feed, quoted)
            start, line_feed, unfinished = lines.rpartition(b"\n") if still_open else (lines[:-1], b"\n", b"")
            records += filled_lines(start + line_feed)
            rest = line_feed + unfinished + still_open + tail
    lines, still_open = without_quoted_breaks(rest + b"\n", quoted)
    return records + filled_lines(lines + (b'"\n' if still_open else b""))


def without_quoted_breaks(text: bytes, quoted: re.Pattern[bytes]) -> tuple[bytes, bytes]:
    """The text with each quoted field that spans lines emptied, and what begins with a quote not closed in it."""
    parts, end = [], 0
    for field in quoted.finditer(text):
        if not field[1]:
            return b"".join([*parts, text[end : field.start()]]), text[field.start() :]
        if b"\n" in field[0]:
            parts += [text[end : field.start()], b'""']
            end = field.end()
    return b"".join([*parts, text[end:]]), b""


def filled_lines(text: bytes) -> int:
    """How many lines hold something; the text begins and ends with a line feed."""
    return max(0, text.count(b"\n") - 1 - len(re.findall(rb"\n(?=\r?\n)", text)))


def catalogue(rows: Iterable[tuple]) -> tuple[list[Product], list[str]]:
    """The last row of a product counts. Also returns the warnings: conflicts and empty taxes."""
    products, conflicts, untaxed = {}, set(), 0
    for name, category, written_tax in rows:
        if not key(name):
            continue
        product = Product(key(name), key(category) or NO_CATEGORY, tax(written_tax))
        if products.get(product.producto, product) != product:
            conflicts.add(product.producto)
        untaxed += is_empty(written_tax)
        products[product.producto] = product
    warnings = [say("conflicts", products=", ".join(sorted(conflicts)))] if conflicts else []
    return list(products.values()), warnings + ([say("untaxed", rows=untaxed)] if untaxed else [])


def is_empty(written: object) -> bool:
    return written is None or written != written or (isinstance(written, str) and not written.strip(BLANKS))


def tax(written: object) -> Decimal:
    """A share from 0 to below 1 with up to four decimals; text as people write it, numbers by value."""
    if is_empty(written):
        return Decimal(0)
    text = written.strip(BLANKS) if isinstance(written, str) else format(Decimal(str(written)).normalize(), "f")
    if not re.fullmatch(r"0(?:[.,][0-9]{1,4})?", text, re.ASCII):
        raise Refused("tax", found=str(written))
    return Decimal(text.replace(",", "."))


def catalogue_rows(path: pathlib.Path) -> Iterable[tuple]:
    """The three columns of catalogo.csv as text."""
    found = header(path, CATALOGUE)
    places = [found.names.index(name) for name in CATALOGUE]
    text = path.read_bytes().decode("utf-8-sig")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=found.delimiter, strict=True)
    next(reader)
    for row in filter(None, reader):
        if len(row) != len(found.names):
            raise Refused("ragged", file=path.name, line=reader.line_num, found=len(row), wanted=len(found.names))
        yield tuple(row[place] for place in places)
