"""What can be planted in the rows of ventas.csv, rules 3 to 10."""

from datetime import timedelta

from planting.cases import DAY_FORMS
from planting.registry import asks, decisive, feature
from planting.samples import CANTIDADES, CLAVES, FECHAS, PRECIOS, open_question
from planting.sheets import Row

SAMPLES = {"precio": PRECIOS, "cantidad": CANTIDADES, "fecha": FECHAS}
IDS = (
    *("7", " 7", "7\u00a0", "\u202f7\t", "7\n", "007", "07", "7.0", "7\u200b", "\uff17", "\u20077"),
    *("a1", "A1", " a1 ", "a 1", "a  1", "a\u00a01", "é1", "e\u03011", "É1"),
)
QUOTED = ('mesa 12"', 'a "b" c', 'di""me', '"', '""', '"entero"', 'x,"y"', ' "z"')
NEAR = {"precio": "0123456789.,+-$CLPclp \u00a0", "cantidad": "0123456789.,+- \u202f", "fecha": "0123456789-/ "}


# ---- rows as a whole


@decisive
def header_alone(case):
    case.ventas.rows.clear()


@decisive
def american(case):
    """Dates of month/day/year and prices like 1,234.56: all are refused."""
    case.ventas.rows.clear()
    for number in range(case.rng.randint(1, 30)):
        row = case.sale(number)
        case.set(row, "fecha", f"{case.rng.randint(1, 12):02d}/{case.rng.randint(13, 28)}/2023")
        if case.rng.random() < 0.7:
            case.set(row, "precio", case.rng.choice(("1,990.50", "$1,234,567.00", "12,990", "2,500")))
        case.ventas.rows.append(row)


@decisive
def all_refused(case):
    rows = case.ventas.rows or [case.add(case.ventas, "added")]
    for row in rows:
        column = case.rng.choice(list(SAMPLES))
        text, means = case.rng.choice([sample for sample in SAMPLES[column] if "_" in sample[1]])
        case.set(row, column, text, means=means)


@feature
def about_a_tenth_refused(case):
    """Exactly a tenth, or one row beside it."""
    refused = case.rng.randint(1, 4)
    case.ventas.rows = [case.sale(number) for number in range(10 * refused + case.rng.choice((-1, 0, 0, 1)))]
    for row in case.rng.sample(case.ventas.rows, refused):
        case.set(row, "precio", "", means="precio_nulo")


# ---- values of ventas.csv, rules 5 to 9


def plant_samples(case, column):
    samples = [sample for sample in SAMPLES[column] if case.asking or not open_question(column, sample[0])]
    for row in case.some_rows(case.rng.choice((0.3, 0.9))):
        text, means = case.rng.choice(samples)
        case.set(row, column, text, means=means)


@feature
def prices(case):
    plant_samples(case, "precio")


@feature
def prices_again(case):
    """The longest table of samples has a second turn."""
    plant_samples(case, "precio")


@feature
def quantities(case):
    plant_samples(case, "cantidad")


@feature
def days(case):
    plant_samples(case, "fecha")


@feature
def days_about_the_run(case):
    for row in case.some_rows(0.6):
        day = case.date + timedelta(days=case.rng.choice((-1, 0, 0, 1, 1, 2, 366)))
        means = "fecha_futura" if day > case.date else day.isoformat()
        case.set(row, "fecha", day.strftime(case.rng.choice(DAY_FORMS)), means=means)


@feature
def several_broken_rules(case):
    for row in case.some_rows(0.6):
        for column in case.rng.sample(("precio", "cantidad", "fecha", "id_venta"), case.rng.randint(2, 4)):
            if column == "id_venta":
                case.set(row, column, case.rng.choice(("", " ", "1001", "1002")))
            else:
                text, means = case.rng.choice([sample for sample in SAMPLES[column] if "_" in sample[1]])
                case.set(row, column, text, means=means)


@feature
def negatives_alone_and_together(case):
    for row in case.some_rows(0.3):
        for column, text in case.rng.sample((("precio", "-5"), ("cantidad", "-3")), case.rng.choice((1, 2))):
            case.set(row, column, text, means="total_no_positivo")


@feature
def last_rules_together(case):
    """Rows that are readable, and break one or more of the rules that come after."""
    used = [row.values["id_venta"] for row in case.ventas.rows if row.values]
    breaks = (
        ("fecha", "31/12/2999"),
        ("precio", case.rng.choice(("0", "-1.990"))),
        ("cantidad", case.rng.choice(("0", "-3"))),
        ("id_venta", case.rng.choice(("", used[0] if used else "1"))),
    )
    for row in case.some_rows(0.6)[1:]:
        for column, text in case.rng.sample(breaks, case.rng.randint(1, 3)):
            case.set(row, column, text)


@feature
def near_misses(case):
    """A readable value with a character or two inserted, replaced or removed."""
    for row in case.some_rows(0.8):
        column = case.rng.choice(list(NEAR))
        text = case.rng.choice([text for text, means in SAMPLES[column] if "_" not in means])
        for _ in range(case.rng.randint(1, 2)):
            text = mutated(case.rng, text, NEAR[column])
        case.set(row, column, text)


def mutated(rng, text, alphabet):
    at = rng.randint(0, len(text))
    inserted = rng.choice((rng.choice(alphabet), rng.choice(alphabet), ""))
    return text[:at] + inserted + text[at + rng.randint(0, 1) :]


@feature
def repeated_ids(case):
    used = [row.values["id_venta"] for row in case.ventas.rows if row.values]
    for row in case.some_rows(0.3):
        case.set(row, "id_venta", case.rng.choice(used or ["1"]))


@feature
def ids_alike(case):
    """Equal but for blanks at the ends, or different by case, zeros in front, Unicode form or blanks inside."""
    for row in case.some_rows(0.8):
        case.set(row, "id_venta", case.rng.choice(IDS))


@feature
def ids_missing(case):
    for row in case.some_rows(0.3):
        case.set(row, "id_venta", case.rng.choice(("", " ", "\u00a0\u202f", "\t\r\n")), means="id_nulo")


@feature
def id_of_a_refused_row(case):
    """It is not used up: the next row with it is accepted, and only the one after that is repeated."""
    refused, accepted, repeated = (case.sale(0) for _ in range(3))
    for row in (refused, accepted, repeated):
        row.values["id_venta"] = "otra vez"
    case.set(refused, *case.rng.choice((("precio", "x"), ("cantidad", "0"), ("fecha", "2999-12-31"))))
    accepted.plant("id of a refused row", means="accepted")
    repeated.plant("id of an accepted row", means="id_repetido")
    at = case.rng.randint(0, len(case.ventas.rows))
    case.ventas.rows[at:at] = [refused, accepted, repeated]


# ---- keys, rule 10


@feature
def keys_alike(case):
    """Many ways to write few products, beside others that only look alike."""
    case.known[:] = case.rng.sample(CLAVES, len(case.known))
    case.catalogo.rows = [case.listing(product) for product in case.known]
    for row in case.some_rows(1):
        key, spellings = case.rng.choice(CLAVES if case.rng.random() < 0.2 else case.known)
        case.set(row, "producto", case.rng.choice(spellings), means=key)


@feature
def unknown_products(case):
    for row in case.some_rows(0.2):
        case.set(
            row, "producto", case.rng.choice(("Desconocido", "", "  ", "\u00a0", "café con leche", "ca fe", "b;c"))
        )


@asks("Q10")
@feature
def keys_of_marks_alone(case):
    """A key of which nothing is left."""
    for row in case.some_rows(0.1):
        case.set(row, "producto", case.rng.choice(("\u0301", " \u0308\u00a0")), means="")
    case.add(case.catalogo, "product of marks", producto="\u0301", impuesto="0.5")
    case.set(case.one_row(case.catalogo), "categoria_norm", "\u0301\u0301", means="sin_categoria")


@asks("Q14")
@feature
def sigmas_beside_signs(case):
    """Whether a capital sigma ends a word, where the word is less than plain."""
    odd = (
        "ΑΣ.Β",
        "ΑΣ'Β",
        "ΑΣ-Β",
        "ΑΣ\u0301",
        "1Σ",
        "Σ1",
        "ΑΣ1",
        "\u00adΣ",
        "Α\u00adΣ",
        "ΑΣ:",
        "Α.Σ",
        "ΑΣ\u200bΒ",
        "ʰΣ",
    )
    for row in case.some_rows(0.5):
        case.set(row, "producto", case.rng.choice(odd))
    for text in case.rng.sample(odd, 5):
        case.add(case.catalogo, "odd sigma", producto=text, categoria_norm=text)


# ---- rows that do not fit, rules 3 and 4


@feature
def lines_of_blanks(case):
    for _ in range(case.rng.randint(1, 3)):
        row = Row(raw=case.rng.choice((" ", "\t", "  \t ", "\u00a0", "\u202f ")))
        row.plant("line of blanks", text=row.raw, means="fila_ilegible")
        case.put(case.ventas, row)


@asks("Q1")
@feature
def line_with_a_lone_cr(case):
    row = Row(raw=case.rng.choice(("\r ", " \r ", "\r\r")))
    row.plant("lone carriage return", text=row.raw, means="fila_ilegible")
    case.put(case.ventas, row)


@asks("Q1")
@feature
def lone_cr_in_a_field(case):
    """Text if it stands inside, a blank at the ends, the end of a line nowhere."""
    fields = ["9002\r", "2024-01-02", "Pan\rdulce", "\r12", case.rng.choice(("3", "\r3 "))]
    row = case.put(case.ventas, Row(fields=fields, unquoted=True))
    row.plant("lone carriage returns", fields=fields)


@asks("Q20")
@feature
def line_of_two_quotes(case):
    row = Row(raw='""')
    row.plant("line of two quotes", means="fila_ilegible")
    case.put(case.ventas, row)


@feature
def rows_too_long_or_short(case):
    for _ in range(case.rng.randint(1, 4)):
        values = list(case.sale(500).values.values())[:5]
        width = case.rng.choice((1, 2, 3, 4, 4, 6, 6, 7, 9))
        row = Row(fields=(values + [case.rng.choice(("", "x", "12,5", "a\nb"))] * 4)[:width])
        row.plant("ragged row", fields=width)
        case.put(case.ventas, row)


@feature
def decimal_commas_unquoted(case):
    """In a comma file they make a row one field too long, or just right if another is missing."""
    for _ in range(case.rng.randint(1, 3)):
        fields = ["9001", "2024-01-02", "Pan", "12,5", "3"]
        if case.rng.random() < 0.3:
            fields.pop(case.rng.choice((0, 4)))
        row = Row(fields=fields, unquoted=True)
        row.plant("unquoted decimal comma", text=",".join(fields))
        case.put(case.ventas, row)


@feature
def rows_of_delimiters(case):
    row = case.put(case.ventas, Row(fields=[case.rng.choice(("", " "))] * 5))
    row.plant("row of empty fields", means="precio_nulo, if the header has five columns")


@feature
def quotes_inside(case):
    for row in case.some_rows(0.3):
        case.set(row, "producto", case.rng.choice(QUOTED))


@feature
def line_breaks_inside(case):
    for row in case.some_rows(0.3):
        column = case.rng.choice(("producto", "precio", "id_venta", "fecha"))
        text = row.values[column] + case.rng.choice(("\n", "\r\n", "\r", "\n\n", "\nx", "\r\nx,y"))
        case.set(row, column, text)
