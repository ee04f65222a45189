"""What makes a file unreadable as a whole, so that its step fails, rules 1 to 3."""

from planting.registry import asks, decisive, feature
from planting.sheets import Row

REQUIRED = ("id_venta", "fecha", "producto", "precio", "cantidad", "categoria_norm", "impuesto")


@decisive
def file_missing(case):
    sheet = case.either_sheet()
    sheet.absent = True
    sheet.plant("no such file")


@decisive
def both_files_unreadable(case):
    for sheet in (case.ventas, case.catalogo):
        columns_missing_in(case, sheet)


@decisive
def file_without_a_record(case):
    sheet = case.either_sheet()
    content = case.rng.choice((b"", b"\xef\xbb\xbf", b"\n", b"\n\r\n\n", b"\xef\xbb\xbf\r\n"))
    sheet.edits.append(lambda data: content)
    sheet.plant("no record", bytes=content.hex())


@decisive
def columns_missing(case):
    columns_missing_in(case, case.either_sheet())


def columns_missing_in(case, sheet):
    for name in case.rng.sample(sheet.columns, case.rng.choice((1, 1, 2, 3))):
        sheet.header[name] = case.rng.choice(("otra", name + "s", name.replace("i", "í", 1) + "\u0301", ""))
        sheet.plant("column missing", name=name, written=sheet.header[name])


@decisive
def no_header_line(case):
    sheet = case.either_sheet()
    sheet.header_written = False
    sheet.plant("no header")


@decisive
def column_twice(case):
    sheet = case.either_sheet()
    name = case.rng.choice([name for name in sheet.columns if name in REQUIRED])
    sheet.columns.append(name + "2")
    sheet.header[name + "2"] = case.rng.choice((name, name.upper(), f" {name}\u00a0"))
    sheet.plant("column twice", name=name)


@decisive
def tabs_or_pipes(case):
    sheet = case.either_sheet()
    sheet.delimiter = case.rng.choice("\t|:")
    sheet.plant("delimiter", text=sheet.delimiter, means="columns missing")


@decisive
def nul_byte(case):
    sheet = case.either_sheet()
    place = case.rng.random()
    sheet.edits.append(lambda data: data[: int(place * len(data))] + b"\0" + data[int(place * len(data)) :])
    sheet.plant("NUL byte", place=round(place, 3))


@decisive
def utf16(case):
    sheet = case.either_sheet()
    sheet.encoding, sheet.prefix = case.rng.choice((("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")))
    sheet.plant("UTF-16", encoding=sheet.encoding)


@asks("Q16")
@decisive
def utf16_mark_alone(case):
    sheet = case.either_sheet()
    sheet.prefix = case.rng.choice((b"\xff\xfe", b"\xfe\xff"))
    sheet.columns.insert(0, "nota")  # so that its name does no harm by itself
    sheet.plant("mark of UTF-16 before other text", bytes=sheet.prefix.hex())


@asks("Q15")
@decisive
def two_boms(case):
    sheet = case.either_sheet()
    sheet.prefix = b"\xef\xbb\xbf" * 2
    if case.rng.random() < 0.5:
        sheet.columns.insert(0, "nota")
    sheet.plant("BOM twice", means="columns missing, unless the first name is no required one")


@decisive
def quote_never_closed(case):
    sheet = case.either_sheet()
    fields = ["9003", "2024-01-02", "Pan", "12", "3"][: len(sheet.columns)]
    at = case.rng.randrange(len(fields))
    fields[at] = '"' + fields[at]
    row = Row(fields=fields, unquoted=True)
    row.plant("quote never closed, unless another closes it", fields=fields)
    sheet.rows.insert(case.rng.choice((0, len(sheet.rows), len(sheet.rows))), row)


@decisive
def quote_never_closed_at_the_end(case):
    sheet = case.either_sheet()
    end = case.rng.choice((b'"', b'1,"', b'"a""', b'x,"\n', b'"a,b\r\n\r\n', b'"""'))
    sheet.edits.append(lambda data: data + end)
    sheet.plant("quote never closed", bytes=end.decode())


@decisive
def text_after_a_quote(case):
    plant_after_quote(case, case.rng.choice(("x", "5", "'", 'a"b"', "\ufeff")))


@asks("Q3")
@decisive
def blank_after_a_quote(case):
    plant_after_quote(case, case.rng.choice((" ", "\t", "\u00a0", "\r")))


def plant_after_quote(case, text):
    sheet = case.either_sheet()
    fields = ["9004", "2024-01-02", "Pan", "12", "3"][: len(sheet.columns)]
    at = case.rng.randrange(len(fields))
    fields[at] = f'"{fields[at]}"{text}'
    if text == "\r" and at == len(fields) - 1:
        fields[at] += "\r"  # else it may be half of a CRLF
    row = case.put(sheet, Row(fields=fields, unquoted=True))
    row.plant("text after a closing quote", fields=fields)


@decisive
def text_after_a_quote_in_the_header(case):
    sheet = case.either_sheet()
    sheet.delimiter = ","
    sheet.columns.append("x")
    sheet.edits.append(lambda data: data.replace(b",x", b',"x"y', 1))
    sheet.plant("text after a closing quote in the header")


@asks("Q4")
@feature
def text_after_a_quote_by_the_other_delimiter(case):
    """A header like "a","b" is no record of semicolons."""
    sheet = case.either_sheet()
    sheet.quoting = 1.0
    sheet.columns.insert(0, 'x";y;z;u;v;w;t;s')
    sheet.plant("header that only one delimiter can cut")


@asks("Q1")
@decisive
def lone_cr_as_line_end(case):
    sheet = case.either_sheet()
    sheet.line_ends = ("\r",)
    sheet.plant("line ends", text="\r")


@decisive
def binary_file(case):
    sheet = case.either_sheet()
    content = b"PK\x03\x04" + bytes(case.rng.randrange(256) for _ in range(300))
    sheet.edits.append(lambda data: content)
    sheet.plant("binary content")
