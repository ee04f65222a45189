"""The raw scripts against cases worked out by hand from the rules of the sales data."""

import unittest
from decimal import Decimal

from scripts import CATALOGUE, HEADER, SCRIPTS, quoted, run

NBSP, NARROW = "\u00a0", "\u202f"
PRICES = {
    **{"1990": "1990", "1.990": "1990", "1.990,50": "1990.5", "12.5": "12.5", "12,5": "12.5", "+7": "7", "0012": "12"},
    **{
        "$ 1.990": "1990",
        "1.990 CLP": "1990",
        "clp1990": "1990",
        "$ CLP 5": "5",
        "$5$": "5",
        "5 Clp $": "5",
        "$+5": "5",
    },
    **{f"{NBSP}1990{NARROW}": "1990", "\t12,50 ": "12.5", f"${NBSP}5": "5", "999999999999,99": "999999999999.99"},
    **{"999.999.999.999": "999999999999", "0,01": "0.01", "000000000001": "1", "12.50": "12.5"},
}
BAD_PRICES = {
    **dict.fromkeys(["", " ", "$", "CLP", "$ CLP", f"{NBSP}$\t"], "precio_nulo"),
    **dict.fromkeys(["12,990", "0.500", "1234.567", "1 990", "1e3", "1.990.5", "１２３", "-$5"], "precio_ilegible"),
    **dict.fromkeys(["$$$5", "$5 CLP $", "$$$", "1000000000000", "1.000.000.000.000", "1.99.000"], "precio_ilegible"),
    **dict.fromkeys(
        ["5,", ",5", "5.", ".5", "5,123", "12.50,5", "--5", "0x10", "1_000", "5 US", "- 5", "01.990"], "precio_ilegible"
    ),
    **dict.fromkeys(["0", "-1.990", "$ -5", "0,00", "-0", "000"], "total_no_positivo"),
}
QUANTITIES = {
    "3": 3,
    "3.0": 3,
    "3,00": 3,
    "1.000": 1000,
    " 7 ": 7,
    "+2": 2,
    "999999999": 999999999,
    "999.999.999": 999999999,
}
BAD_QUANTITIES = {
    **dict.fromkeys(["", " ", NBSP], "cantidad_nula"),
    **dict.fromkeys(
        ["3.5", "3,000", "1000000000", "1.000.000.000", "$3", "3.000.0", "tres", "3,1"], "cantidad_ilegible"
    ),
    **dict.fromkeys(["0", "-3", "0,0"], "total_no_positivo"),
}
DAYS = ["2025-06-15", "15-06-2025", "15/06/2025", " 2000-01-01\t", "29-02-2024"]
BAD_DAYS = {
    **dict.fromkeys(["", "31-02-2025", "29-02-2025", "1999-12-31", "2025/01/05", "5-1-2025"], "fecha_ilegible"),
    **dict.fromkeys(
        ["01-02/2025", "2025-13-01", "2025-1-05", "20250105", "01-02-25", "２025-01-01", "2025-01-01 00:00"],
        "fecha_ilegible",
    ),
    **dict.fromkeys(["2025-06-16", "16/06/2025", "2999-01-01"], "fecha_futura"),
}


def sale(number: int, day: str = "2025-01-01", product: str = "pan", price: str = "1", quantity: str = "1") -> str:
    return ",".join([f"v{number}", *map(quoted, (day, product, price, quantity))]) + "\n"


class SalesRulesTest(unittest.TestCase):
    def each(self, sales: str | bytes, catalogue: str = CATALOGUE):
        for self.script in SCRIPTS:
            yield run(self.script, sales, catalogue)

    def _formatMessage(self, msg, standardMsg):
        return f"{self.script}: {super()._formatMessage(msg, standardMsg)}"

    def test_prices_are_read_as_people_write_them(self):
        products = {text: f"p{n}" for n, text in enumerate(PRICES)}
        sales = "".join(sale(n, product=products[text], price=text) for n, text in enumerate(PRICES))
        catalogue = CATALOGUE + "".join(f"{p},c{p},0\n" for p in products.values())

        for outcome in self.each(HEADER + sales, catalogue):
            self.assertEqual(outcome.refused(), [])
            totals = {text: Decimal(outcome.summary()["c" + products[text]][0]) for text in PRICES}
            self.assertEqual(totals, {text: Decimal(value) for text, value in PRICES.items()})

    def test_prices_that_could_be_read_in_two_ways_are_refused(self):
        sales = sale(0) + "".join(sale(n, price=text) for n, text in enumerate(BAD_PRICES, 1))

        for outcome in self.each(HEADER + sales):
            self.assertEqual([(row[4], row[0]) for row in outcome.refused()], list(BAD_PRICES.items()))

    def test_quantities_are_whole_numbers(self):
        good = "".join(sale(n, quantity=text) for n, text in enumerate(QUANTITIES))
        bad = "".join(sale(100 + n, quantity=text) for n, text in enumerate(BAD_QUANTITIES))

        for outcome in self.each(HEADER + good + bad):
            self.assertEqual(outcome.summary()["sin_categoria"][1], str(sum(QUANTITIES.values())))
            self.assertEqual([(row[5], row[0]) for row in outcome.refused()], list(BAD_QUANTITIES.items()))

    def test_days_exist_and_are_not_later_than_the_run(self):
        good = "".join(sale(n, day=text) for n, text in enumerate(DAYS))
        bad = "".join(sale(100 + n, day=text) for n, text in enumerate(BAD_DAYS))

        for outcome in self.each(HEADER + good + bad):
            self.assertEqual(outcome.summary()["sin_categoria"][1], str(len(DAYS)))
            self.assertEqual([(row[2], row[0]) for row in outcome.refused()], list(BAD_DAYS.items()))

    def test_the_first_rule_that_a_row_breaks_is_its_only_one(self):
        rows = ["v0,2025-01-01,pan,1,1", "a,b", ",x,pan,,x", ",x,pan,x,", ",x,pan,1,", ",x,pan,1,x", ",x,pan,0,1"]
        rows += [",2999-01-01,pan,0,1", ",2025-01-01,pan,0,1", " ,2025-01-01,pan,1,1", "v0,2025-01-01,pan,1,1"]
        rules = ["fila_ilegible", "precio_nulo", "precio_ilegible", "cantidad_nula", "cantidad_ilegible"]
        rules += ["fecha_ilegible", "fecha_futura", "total_no_positivo", "id_nulo", "id_repetido"]

        for outcome in self.each(HEADER + "\n".join(rows)):
            self.assertEqual([row[0] for row in outcome.refused()], rules)

    def test_a_refused_row_does_not_use_up_its_id(self):
        ids = ["7", "007", " 7 ", "a1", "A1", "x", "x", "x", f"{NBSP}7"]
        prices = ["1", "1", "1", "1", "1", "", "1", "1", "1"]
        sales = "".join(f"{i},2025-01-01,pan,{p},1\n" for i, p in zip(ids, prices))

        for outcome in self.each(HEADER + sales):
            refused = [(row[0], row[1]) for row in outcome.refused()]
            repeated = [("id_repetido", i) for i in (" 7 ", "x", f"{NBSP}7")]
            self.assertEqual(refused, [repeated[0], ("precio_nulo", "x"), *repeated[1:]])

    def test_keys_compare_without_case_marks_and_double_blanks(self):
        spellings = ["ÑANDÚ  azul", "ñandu\u0301 azul", f" n\u0303andú{NBSP}Azul\t", "nandu azul"]
        sales = "".join(sale(n, product=text) for n, text in enumerate(spellings)) + sale(9, product="nandu  rojo")

        for outcome in self.each(HEADER + sales, CATALOGUE + "Ñandú azul, AVES  Ñ ,0\n"):
            self.assertEqual(
                outcome.summary(), {"aves n": ("4.00", "4", "1.00"), "sin_categoria": ("1.00", "1", "1.00")}
            )

    def test_the_last_row_of_a_product_counts_and_taxes_are_shares(self):
        catalogue = CATALOGUE + 'a,uno,0.5\nA,dos,"0,19"\nb,,0.1025\nc,uno,\n ,tres,9\n'
        sales = "".join(sale(n, product=p, price="100") for n, p in enumerate("abc"))

        for outcome in self.each(HEADER + sales, catalogue):
            totals = {category: values[0] for category, values in outcome.summary().items()}
            self.assertEqual(totals, {"dos": "119.00", "sin_categoria": "110.25", "uno": "100.00"})
            self.assertIn("differ for: a.", outcome.said)
            self.assertIn("1 rows of the catalogue have no impuesto", outcome.said)

    def test_a_tax_that_is_no_share_fails(self):
        for tax in ("1", "0.12345"):
            for outcome in self.each(HEADER + sale(1), CATALOGUE + f"pan,uno,{tax}\n"):
                self.assertEqual((outcome.code, outcome.report.exists()), (1, False), tax)
                self.assertIn(f"{tax!r} is not a share", outcome.said)

    def test_amounts_are_exact_and_rounded_half_up_once(self):
        catalogue = CATALOGUE + "a,uno,0.005\nb,uno,0.005\nc,dos,0\nd,tres,0\n"
        sales = (
            sale(1, product="a", price="0,50") + sale(2, product="b", price="0,49") + sale(3, product="c", price="0,99")
        )
        sales += sale(4, product="d", price="999.999.999.999,99", quantity="999.999.999")

        for outcome in self.each(HEADER + sales, catalogue):
            # uno: 0.99 * 1.005 = 0.99495 -> 0.99; its mean 0.495 -> 0.50
            tied = [("dos", "0.99", "1", "0.99"), ("uno", "0.99", "2", "0.50")]
            large = ("tres", "999999998999990000000.01", "999999999", "999999999999.99")
            self.assertEqual([(c, *v) for c, v in outcome.summary().items()], [large, *tied])

    def test_rows_too_short_or_too_long_and_empty_lines(self):
        body = "v1,2025-01-01,pan,1,1\n\nv2,2025-01-01,pan,12,5,1\nv3,2025-01-01,pan,1,1,\n  \nv4\n"
        body += '"v5",2025-01-01,"p\n\nan",1,1'

        for outcome in self.each(HEADER + body):
            self.assertEqual(outcome.refused(), [["fila_ilegible", "", "", "", "", ""]] * 4)
            self.assertEqual(outcome.summary()["sin_categoria"][1], "2")

    def test_semicolons_carriage_returns_and_a_byte_order_mark(self):
        sales = "\ufeff Fecha ;ID_VENTA;extra;Producto;PRECIO;cantidad\r\n2025-01-01;v1;;pan;12,5;2\r\n"

        for outcome in self.each(sales):
            self.assertEqual(outcome.summary(), {"sin_categoria": ("25.00", "2", "12.50")})

    def test_the_report_quotes_what_needs_it_and_nothing_else(self):
        sales = sale(1) + sale(2, product='#1 "ñ", x', price="") + sale(3, product=" y#", price="n/a")

        for outcome in self.each(HEADER + sales):
            text = (outcome.report / "ventas_rechazadas.csv").read_bytes().decode()
            self.assertEqual(
                text,
                "regla,id_venta,fecha,producto,precio,cantidad\n"
                'precio_nulo,v2,2025-01-01,"#1 ""ñ"", x",,1\nprecio_ilegible,v3,2025-01-01, y#,n/a,1\n',
            )

    def test_a_header_alone_gives_an_empty_summary(self):
        for outcome in self.each(HEADER):
            self.assertEqual((outcome.code, outcome.summary(), outcome.refused()), (0, {}, []))

    def test_a_file_that_refuses_every_row_publishes_nothing(self):
        for outcome in self.each(HEADER + sale(1, price="1,990.50") + sale(2, price="2,500.00")):
            self.assertEqual((outcome.code, outcome.report.exists()), (3, False))
            self.assertIn("all 2 rows are refused", outcome.said)

    def test_a_missing_column_is_named(self):
        for outcome in self.each("id_venta,fecha,productos,precio\n"):
            self.assertEqual(outcome.code, 1)
            self.assertIn(
                "ventas.csv needs each of these columns once: producto, cantidad; found: id_venta", outcome.said
            )

    def test_a_ragged_catalogue_fails(self):
        for outcome in self.each(HEADER + sale(1), CATALOGUE + "pan,uno,0\nte,dos,0,19\n"):
            self.assertEqual(outcome.code, 1)
            self.assertIn("catalogo.csv, line 3: 4 fields instead of 3.", outcome.said)

    def test_a_file_that_the_engine_cannot_read_is_said_and_nothing_is_published(self):
        for outcome in self.each(HEADER.encode() + "v1,2025-01-01,piñón,1,1\n".encode("latin-1")):
            self.assertEqual((outcome.code, outcome.report.exists()), (1, False))
            self.assertIn("cannot read the files in", outcome.said)

    def test_warnings_for_unknown_products_and_many_refused(self):
        for outcome in self.each(HEADER + sale(1, price="12,5", quantity="2") + sale(2, price="")):
            self.assertIn("1 sales for 25.00 are of products", outcome.said)
            self.assertIn("1 of 2 rows are refused, more than a tenth", outcome.said)


if __name__ == "__main__":
    unittest.main()
