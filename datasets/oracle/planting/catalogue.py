"""What can be planted in the catalogue and in the sums, rules 11 and 12."""

from planting.cases import PLAIN_TAXES
from planting.registry import asks, decisive, feature
from planting.rows import american
from planting.samples import IMPUESTOS, open_question
from planting.sheets import Row

# ---- the catalogue, rule 11


def tax_samples(case, readable):
    return [
        text
        for text, value in IMPUESTOS
        if (value is not None) == readable and (case.asking or not open_question("impuesto", text))
    ]


@feature
def taxes(case):
    readable = tax_samples(case, readable=True)
    for row in case.catalogo.rows:
        case.set(row, "impuesto", case.rng.choice(readable))


@feature
def taxes_missing(case):
    case.set(case.one_row(case.catalogo), "impuesto", "", means="0")


@feature
def products_in_conflict(case):
    for _ in range(case.rng.randint(1, 3)):
        product = case.rng.choice(case.known)
        case.add(case.catalogo, "listed again", **case.listing(product).values)


@feature
def products_in_conflict_by_one_column(case):
    row = case.one_row(case.catalogo)
    other = case.rng.choice(({"categoria_norm": "otra"}, {"impuesto": "0.0301"}))
    case.add(case.catalogo, "listed again", **{**row.values, **other})


@feature
def products_twice_with_one_meaning(case):
    row = case.one_row(case.catalogo)
    again = {"0": "", "0.19": "0,1900", "0,19": "0.190", "0.1": "0,10", "0,105": "0.105"}
    same = Row({**row.values, "impuesto": again.get(row.values["impuesto"], row.values["impuesto"])})
    same.plant("listed again", means="the same")
    case.put(case.catalogo, same)


@feature
def rows_without_product(case):
    for _ in range(case.rng.randint(1, 2)):
        case.add(case.catalogo, "without product", producto=case.rng.choice(("", " ", "\u00a0\t")))


@asks("Q8")
@feature
def rows_without_product_and_tax(case):
    """Ignored, though the tax is unreadable or empty."""
    case.add(case.catalogo, "without product", producto=" ", impuesto=case.rng.choice(("19%", "1", "")))


@feature
def rows_without_category(case):
    for _ in range(case.rng.randint(1, 3)):
        text = case.rng.choice(("", " ", "\u202f", "Sin_Categoria"))
        case.set(case.one_row(case.catalogo), "categoria_norm", text, means="sin_categoria")


@decisive
def catalogue_header_alone(case):
    case.catalogo.rows.clear()


@decisive
def tax_unreadable(case):
    row = case.one_row(case.catalogo)
    case.set(row, "impuesto", case.rng.choice(tax_samples(case, readable=False)), means="productos fails")


@decisive
def tax_just_unreadable(case):
    text = case.rng.choice(("1", "1.0", "1,0000", "0.99999", "0,00001", "0.19000", ".19", ",19", "0.", "0,", "-0.1"))
    case.set(case.one_row(case.catalogo), "impuesto", text, means="productos fails")


@asks("Q9")
@decisive
def tax_unreadable_in_a_superseded_row(case):
    values = {**case.listing(case.known[0]).values, "impuesto": "19%"}
    row = Row(values)
    row.plant("listed again below", **values)
    case.catalogo.rows.insert(0, row)


@decisive
def catalogue_row_ragged(case):
    fields = list(case.listing(case.known[0]).values.values())[:3]
    row = Row(fields=case.rng.choice((fields[:2], fields[:1], [*fields, ""], [*fields, "x", "y"])))
    if case.rng.random() < 0.3:
        row = Row(fields=["Pan", "Panaderia", "0,19"], unquoted=True)
    if case.rng.random() < 0.3:
        row = Row(raw=case.rng.choice((" ", "\t", "\u00a0")))
    row.plant("ragged row", means="productos fails")
    case.put(case.catalogo, row)


@asks("Q12")
@decisive
def blocked_and_failed(case):
    american(case)
    tax_unreadable(case)


# ---- sums and order, rule 12


def sell(case, *sales):
    """Exactly these: (category, price, quantity, tax), each of a product of its own."""
    case.ventas.rows.clear()
    case.catalogo.rows.clear()
    for number, (category, price, quantity, tax) in enumerate(sales):
        product = f"producto {number}"
        sale = case.sale(number)
        sale.values.update(producto=product, precio=price, cantidad=quantity)
        case.put(case.ventas, sale)
        listed = {"producto": product, "categoria_norm": category, "impuesto": tax, "nota": ""}
        case.put(case.catalogo, Row(listed))
    case.ventas.plant("sums", sales=sales)


@feature
def totals_alike(case):
    """Equal totals are put in the order of code points, which for the last two is not that of UTF-16."""
    names = case.rng.sample(("Z", "a", "b", "ñ", "_a", "é", "10", "9", "ﬁ", "Ｚ", "😀", "\U00010400"), 7)
    sell(case, *((name, "1.000", "2", "0.19") for name in names), ("mayor", "1.001", "2", "0,19"))


@feature
def totals_alike_once_rounded(case):
    """b has more, but not after rounding, so a comes first."""
    sell(case, ("b", "1", "1", "0.0004"), ("a", "1", "1", ""), ("c", "1", "1", "0.005"), ("d", "1", "1", "0.0049"))


@feature
def halves(case):
    """105/1000 and means like 15/1000: up, and where a double says otherwise too."""
    prices = [case.rng.choice(("0,01", "0,02", "0,10", "0,30", "1,15", "1.005,01", "8,05")) for _ in range(8)]
    taxes = [case.rng.choice(("0.05", "0.005", "0,5", "0.0050", "0.25")) for _ in range(8)]
    names = [case.rng.choice("xyz") for _ in range(8)]
    sell(
        case,
        *((name, price, str(case.rng.choice((1, 3, 5, 7))), tax) for name, price, tax in zip(names, prices, taxes)),
    )


@feature
def means_without_end(case):
    sell(case, ("x", "1", "1", "0"), ("x", "1", "1", "0"), ("x", "2", "1", "0.19"), ("y", "0,05", "1", "0"),
         ("y", "0,05", "1", "0"), ("y", "0,06", "9", "0"), ("y", "0,06", "9", "0"))  # fmt: skip


@feature
def largest_sums(case):
    top = ("999.999.999.999,99", "999999999")
    sell(case, *(("x", *top, case.rng.choice(("0.9999", "0.1901"))) for _ in range(20)), ("y", *top, "0"),
         ("z", "0,01", "1", "0.0001"), ("x", "0,01", "1", "0.5"))  # fmt: skip


@feature
def one_category_for_all(case):
    for row in case.catalogo.rows:
        row.values.update(
            categoria_norm=case.rng.choice(("Todo", "TODO", "todó")), impuesto=case.rng.choice(PLAIN_TAXES)
        )
