"""Ways to write a file that is read all the same, rules 2 and 3."""

from planting.registry import asks, decisive, feature


@feature
def header_in_any_order(case):
    for sheet in (case.ventas, case.catalogo):
        case.rng.shuffle(sheet.columns)
        sheet.plant("order of columns", columns=list(sheet.columns))


@feature
def extra_columns(case):
    for sheet in (case.ventas, case.catalogo):
        for name in case.rng.sample(("nota", "vendedor", "Sucursal Ñ", "precio_lista", "id"), case.rng.randint(1, 3)):
            sheet.columns.insert(case.rng.randint(0, len(sheet.columns)), name)
            sheet.plant("extra column", name=name)


@feature
def extra_column_twice(case):
    """Only a required name may not be there twice."""
    sheet = case.either_sheet()
    sheet.columns += ["nota", "nota"]
    sheet.plant("extra column", name="nota, twice")


@feature
def column_without_name(case):
    sheet = case.either_sheet()
    sheet.columns.append("")
    sheet.plant("extra column", name="")


@feature
def header_spelled_freely(case):
    spellings = (str.upper, str.title, " {}\t".format, "\u00a0{}".format, "\n{}\r\n".format, "\u202f {} ".format)
    for sheet in (case.ventas, case.catalogo):
        sheet.header = {column: case.rng.choice(spellings)(column) for column in sheet.columns}
        sheet.plant("header", spelled=list(sheet.header.values()))


@feature
def semicolons(case):
    sheet = case.either_sheet()
    sheet.delimiter = ";"
    sheet.plant("delimiter", text=";")


@feature
def delimiters_tie(case):
    """The comma wins where both cut the header into as many fields."""
    sheet = case.either_sheet()
    if sheet.delimiter == ",":
        sheet.columns.append("n" + ";" * len(sheet.columns))
        sheet.plant("header with as many semicolons as commas")


@decisive
def delimiter_outvoted(case):
    """More semicolons than commas, though the commas are meant."""
    sheet = case.either_sheet()
    sheet.delimiter = ","
    sheet.columns.append(";" * (2 * len(sheet.columns)))
    sheet.plant("header with more semicolons than commas", means="columns missing")


@feature
def crlf(case):
    sheet = case.either_sheet()
    sheet.line_ends = ("\r\n",)
    sheet.plant("line ends", text="\r\n")


@feature
def mixed_line_ends(case):
    for sheet in (case.ventas, case.catalogo):
        sheet.line_ends = ("\n", "\r\n")
        sheet.plant("line ends", text="\n and \r\n")


@feature
def no_last_line_end(case):
    for sheet in (case.ventas, case.catalogo):
        sheet.last_line_end = False
        sheet.plant("no line end after the last row")


@feature
def empty_lines(case):
    for sheet in (case.ventas, case.catalogo):
        sheet.empty_lines = 0.3
        sheet.plant("empty lines between rows")


@asks("Q5")
@feature
def empty_lines_before_the_header(case):
    sheet = case.either_sheet()
    sheet.before_header = case.rng.choice(("\n", "\r\n", "\n\n\r\n"))
    sheet.plant("empty lines before the header", text=sheet.before_header)


@feature
def quoted_throughout(case):
    for sheet in (case.ventas, case.catalogo):
        sheet.quoting = case.rng.choice((0.3, 1.0))
        sheet.plant("quotes that need not be", share=sheet.quoting)


@feature
def bom(case):
    sheet = case.either_sheet()
    sheet.prefix = b"\xef\xbb\xbf"
    sheet.plant("BOM")


@feature
def latin1(case):
    """Rows that Latin-1 cannot say are replaced, so that the manifest stays true."""
    sheet = case.either_sheet()
    sheet.encoding = "latin-1"
    name = "producto"
    for at, row in enumerate(sheet.rows):
        if not encodable(row):
            fresh = case.sale(at) if sheet is case.ventas else case.listing(("pina", ["Piña", "PIÑA\u00a0"]))
            fresh.values[name] = case.rng.choice(("Piña", "PIÑA\u00a0"))
            fresh.values["categoria_norm"] = "Niños"
            sheet.rows[at] = fresh
    values = {"producto": "Ñandú", "categoria_norm": "Niños"}
    case.add(sheet, "not UTF-8", **{key: values[key] for key in values if key in sheet.columns})
    sheet.plant("Latin-1")


def encodable(row):
    texts = [row.raw or "", *(row.fields or ()), *row.values.values()]
    return all(ord(character) < 256 for text in texts for character in text)


@asks("Q2")
@feature
def latin1_after_a_bom(case):
    latin1(case)
    for sheet in (case.ventas, case.catalogo):
        if sheet.encoding == "latin-1":
            sheet.prefix = b"\xef\xbb\xbf"
            sheet.plant("BOM before Latin-1")


@feature
def one_bad_byte(case):
    """The rest is UTF-8, and all of it is then read as Latin-1."""
    sheet = case.either_sheet()
    case.add(sheet, "a byte that is not UTF-8", producto="caf\ue000 con leche")
    bad = case.rng.choice((b"\xe9", b"\xff", b"\x80", b"\xc3", b"\xed\xa0\x80", b"\xc0\xaf"))
    sheet.edits.append(lambda data: data.replace("\ue000".encode(), bad))
    sheet.plant("one sequence that is not UTF-8", bytes=bad.hex())
