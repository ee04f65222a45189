"""The rules sentence by sentence. Every expected value is worked out by hand from the rules, none from the program."""

import contextlib
import datetime
import io
import json
import os
import shutil
import tempfile
import unittest
from decimal import Decimal
from pathlib import Path
from string import Formatter
from unittest import mock

import parquet
import records
import values
import ventas
from planting.samples import CANTIDADES, CATEGORIAS, CLAVES, FECHAS, IMPUESTOS, PRECIOS
from texts import TEXTS, language, say

TODAY = datetime.date(2025, 6, 15)
HEADER = "id_venta,fecha,producto,precio,cantidad\n"
CATALOGUE = "producto,categoria_norm,impuesto\npan,Panadería,0.19\nte,Bebidas,0.1\n"
INCOMES = "categoria_norm,total_ventas,n_items,precio_promedio\n"
REFUSED = "regla,id_venta,fecha,producto,precio,cantidad\n"


class OracleCase(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="oracle-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def judge(self, sales=None, catalogue=CATALOGUE, today=TODAY):
        """Text is written as UTF-8 and bytes as they are; None leaves the file out."""
        for name, content in (("ventas.csv", sales), ("catalogo.csv", catalogue)):
            if content is not None:
                data = content.encode("utf-8") if isinstance(content, str) else content
                (self.folder / name).write_bytes(data)
        return ventas.judge(self.folder, today)

    def rules(self, rows, header=HEADER):
        """The rule of each row, None for a used one."""
        return [sale.rule for sale in self.judge(header + rows).sales]

    def rule(self, id_venta="1", fecha="2025-01-01", precio="10", cantidad="2"):
        fields = (id_venta, fecha, "pan", precio, cantidad)
        row = ",".join('"' + text.replace('"', '""') + '"' for text in fields)
        return self.rules(row + "\n")[0]

    def incomes(self, sales, catalogue=CATALOGUE):
        verdict = self.judge(HEADER + sales, catalogue)
        self.assertTrue(verdict.published, verdict.as_json())
        return verdict.reports()["ingresos_totales.csv"].decode("utf-8").removeprefix(INCOMES)

    def refused(self, sales, header=HEADER):
        verdict = self.judge(header + sales)
        return verdict.reports()["ventas_rechazadas.csv"].decode("utf-8").removeprefix(REFUSED)

    def defect(self, sales, catalogue=CATALOGUE):
        """The only step that fails, with the key and the line of its sentence."""
        told = self.judge(sales, catalogue).as_json()
        self.assertEqual(told["status"], "failed")
        self.assertEqual(len(told["failures"]), 1, told)
        failure = told["failures"][0]
        return failure["step"], failure["defect"], failure["line"]

    def warnings(self, verdict):
        return {name for name, (passed, _) in verdict.checks.items() if not passed}


ROW = "1,2025-01-01,pan,10,2\n"


class Rule1Files(OracleCase):
    def test_catalogo_csv_is_read_where_there_is_no_parquet(self):
        self.assertEqual(self.incomes(ROW), "panaderia,23.80,2,10.00\n")

    def test_a_missing_ventas_csv_fails_its_step(self):
        self.assertEqual(self.defect(None), ("ventas_leidas", "missing_file", None))

    def test_a_missing_catalogue_fails_productos_alone(self):
        self.assertEqual(self.defect(HEADER + ROW, None), ("productos", "missing_file", None))


class Rule2Text(OracleCase):
    def fields(self, text, delimiter=","):
        return [record.fields for record in records.records(text, delimiter)]

    def test_quotes_hold_delimiters_doubled_quotes_and_line_breaks(self):
        text = 'a,"b,c","d""e"\n"x\ny","x\r\ny",""\n'
        self.assertEqual(self.fields(text), [("a", "b,c", 'd"e'), ("x\ny", "x\r\ny", "")])

    def test_lines_end_with_lf_or_crlf_also_mixed(self):
        self.assertEqual(self.fields("a,b\r\nc,d\ne,f"), [("a", "b"), ("c", "d"), ("e", "f")])

    def test_a_lone_carriage_return_is_text(self):
        self.assertEqual(self.fields("a\rb,c\r\r\nd,\re\r"), [("a\rb", "c\r"), ("d", "\re\r")])

    def test_a_last_row_needs_no_line_end(self):
        self.assertEqual(self.fields("a,b\nc,"), [("a", "b"), ("c", "")])

    def test_a_quote_inside_an_unquoted_field_stands_for_itself(self):
        self.assertEqual(self.fields('a"b,c"",d"\n "e",f\n'), [('a"b', 'c""', 'd"'), (' "e"', "f")])

    def test_a_bom_is_dropped(self):
        verdict = self.judge(b"\xef\xbb\xbf" + (HEADER + ROW).encode())
        self.assertEqual((verdict.status, len(verdict.used)), ("ok", 1))

    def test_only_the_first_bom_is_one(self):
        data = b"\xef\xbb\xbf\xef\xbb\xbf" + (HEADER + ROW).encode()
        self.assertEqual(self.defect(data), ("ventas_leidas", "missing_columns", None))

    def test_a_bom_is_dropped_before_latin_1_too(self):
        verdict = self.judge(b"\xef\xbb\xbf" + (HEADER + "1,2025-01-01,P\xe1n,10,2\n").encode("latin-1"))
        self.assertEqual((verdict.status, verdict.used[0].producto), ("warned", "pan"))

    def test_each_file_has_its_own_delimiter(self):
        verdict = self.judge(HEADER.replace(",", ";") + ROW.replace(",", ";"), CATALOGUE)
        self.assertEqual([source.delimiter for source in verdict.sources], [";", ","])
        self.assertEqual(verdict.status, "ok")

    def test_the_delimiter_is_the_one_that_cuts_the_header_into_more_fields(self):
        self.assertEqual(records.choose_delimiter("a;b;c,d\n1,2,3,4,5\n"), ";")
        self.assertEqual(records.choose_delimiter("a,b,c;d\n1;2;3;4;5\n"), ",")

    def test_the_comma_wins_a_tie(self):
        self.assertEqual(records.choose_delimiter("a;b,c\n"), ",")
        self.assertEqual(records.choose_delimiter("a\n"), ",")

    def test_delimiters_within_quotes_cut_nothing(self):
        self.assertEqual(records.choose_delimiter('"a,b,c,d";e;f\n'), ";")
        self.assertEqual(records.choose_delimiter('"a;b;c;d",e,f\n'), ",")

    def test_utf_8_if_the_whole_file_is_valid(self):
        verdict = self.judge(HEADER + "1,2025-01-01,PÁN,10,2\n")
        self.assertEqual((verdict.sources[0].encoding, self.warnings(verdict)), ("utf-8", set()))

    def test_else_latin_1_for_the_whole_file_with_a_warning(self):
        """The UTF-8 of the first row is then two letters, of which U+00A0 is a blank."""
        data = HEADER.encode() + b"1,2025-01-01,\xc3\xa1,10,2\n2,2025-01-01,Men\xfa,x,2\n3,2025-01-01,\xc3\xa0,x,1\n"
        verdict = self.judge(data)
        self.assertEqual(verdict.used[0].producto, "a\u00a1")
        self.assertIn("codificacion_utf8", self.warnings(verdict))
        expected = REFUSED + "precio_ilegible,2,2025-01-01,Menú,x,2\nprecio_ilegible,3,2025-01-01,Ã\u00a0,x,1\n"
        self.assertEqual(verdict.reports()["ventas_rechazadas.csv"].decode(), expected)

    def test_bytes_from_80_to_9f_are_control_characters_of_latin_1(self):
        verdict = self.judge(HEADER.encode() + b"1,2025-01-01,pan,\x80 5,2\n2,2025-01-01,pan,5\x85,1\n")
        self.assertEqual([sale.text[3] for sale in verdict.sales], ["\u0080 5", "5\u0085"])
        self.assertEqual([sale.rule for sale in verdict.sales], ["precio_ilegible"] * 2)

    def test_latin_1_in_the_catalogue_warns_too(self):
        verdict = self.judge(HEADER + ROW, CATALOGUE.encode("latin-1"))
        self.assertEqual((verdict.status, self.warnings(verdict)), ("warned", {"codificacion_utf8"}))

    def test_surrogates_and_overlong_forms_are_not_utf_8(self):
        for bad in (b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"\xe9"):
            verdict = self.judge(HEADER.encode() + b"1,2025-01-01," + bad + b",10,2\n")
            self.assertEqual(verdict.sources[0].encoding, "latin-1", bad)

    def test_a_nul_byte_fails_the_step(self):
        text = HEADER + ROW + "2,2025-01-01,p\0n,10,2\n"
        self.assertEqual(self.defect(text), ("ventas_leidas", "nul_byte", 3))

    def test_a_bom_of_utf_16_fails_the_step(self):
        for encoding, bom in (("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")):
            self.assertEqual(self.defect(bom + (HEADER + ROW).encode(encoding)), ("ventas_leidas", "utf16_bom", None))
        self.assertEqual(self.defect(HEADER + ROW, b"\xff\xfe" + CATALOGUE.encode()), ("productos", "utf16_bom", None))

    def test_a_quote_never_closed_fails_the_step_with_the_line_where_it_opens(self):
        text = HEADER + ROW + '2,2025-01-01,"pan,10,2\n3,2025-01-01,pan,10,2\n'
        self.assertEqual(self.defect(text), ("ventas_leidas", "unclosed_quote", 3))

    def test_the_line_is_that_of_the_quote_and_not_of_its_row(self):
        text = HEADER + '\r\n2,"a\nb","pan,10,2\n3,2025-01-01,pan,10,2\n'
        self.assertEqual(self.defect(text), ("ventas_leidas", "unclosed_quote", 4))

    def test_text_after_a_closing_quote_fails_the_step(self):
        text = HEADER + ROW + '2,2025-01-01,"pan\n"x,10,2\n'
        self.assertEqual(self.defect(text), ("ventas_leidas", "text_after_quote", 3))

    def test_a_blank_is_text_after_a_closing_quote(self):
        for blank in (" ", "\t", "\u00a0", "\rx"):
            text = HEADER + f'2,2025-01-01,"pan"{blank},10,2\n'
            self.assertEqual(self.defect(text), ("ventas_leidas", "text_after_quote", 2))

    def test_the_same_defects_in_the_catalogue_fail_productos(self):
        self.assertEqual(self.defect(HEADER + ROW, CATALOGUE + '"x,y,0\n'), ("productos", "unclosed_quote", 4))
        self.assertEqual(self.defect(HEADER + ROW, CATALOGUE + '"x"y,z,0\n'), ("productos", "text_after_quote", 4))
        self.assertEqual(self.defect(HEADER + ROW, CATALOGUE + "\0"), ("productos", "nul_byte", 4))

    def test_a_header_that_one_delimiter_alone_can_cut(self):
        self.assertEqual(records.choose_delimiter('"a","b"\n'), ",")
        self.assertEqual(records.choose_delimiter('"a";"b"\n'), ";")

    def test_a_header_that_none_can_cut_fails(self):
        self.assertEqual(self.defect('"a"b,c\n'), ("ventas_leidas", "text_after_quote", 1))


class Rule3Header(OracleCase):
    def test_names_are_stripped_of_blanks_and_lower_cased(self):
        header = ' ID_VENTA,\tFecha\u00a0,"producto\n",\u202fPRECIO ,Cantidad\r\n'
        self.assertEqual(self.rules(ROW, header), [None])

    def test_columns_come_in_any_order_and_others_do_not_matter(self):
        header = "nota,cantidad,precio,vendedor,producto,fecha,id_venta,nota,\n"
        verdict = self.judge(header + "x,2,10,y,pan,2025-01-01,1,z,w\nx,2,p,y,pan,2025-01-01,2,z,w\n")
        self.assertEqual([sale.rule for sale in verdict.sales], [None, "precio_ilegible"])
        self.assertIn(b"\nprecio_ilegible,2,2025-01-01,pan,p,2\n", verdict.reports()["ventas_rechazadas.csv"])

    def test_missing_names_are_all_named_with_those_found(self):
        told = self.judge("ID_venta, dia ,precio\n1,2,3\n").as_json()["failures"][0]
        self.assertEqual((told["step"], told["defect"]), ("ventas_leidas", "missing_columns"))
        self.assertIn("fecha, producto, cantidad", told["sentence"])
        self.assertIn("id_venta, dia, precio", told["sentence"])

    def test_names_missing_from_the_catalogue_fail_productos(self):
        told = self.judge(HEADER + ROW, "producto,categoria,impuesto\n").as_json()["failures"][0]
        self.assertEqual((told["step"], told["defect"]), ("productos", "missing_columns"))
        self.assertIn("categoria_norm", told["sentence"])

    def test_an_empty_file_has_no_header(self):
        for empty in ("", "\n\r\n", b"\xef\xbb\xbf"):
            self.assertEqual(self.defect(empty), ("ventas_leidas", "missing_columns", None))

    def test_a_required_name_twice_fails(self):
        header = HEADER.strip() + ", Precio \n"
        self.assertEqual(self.defect(header), ("ventas_leidas", "repeated_columns", None))
        header = CATALOGUE.splitlines()[0] + ",IMPUESTO\n"
        self.assertEqual(self.defect(HEADER + ROW, header), ("productos", "repeated_columns", None))

    def test_an_empty_line_is_not_a_row(self):
        verdict = self.judge("\n" + HEADER + "\n\r\n" + ROW + "\n\n" + ROW.replace("1,", "2,", 1) + "\r\n\n")
        self.assertEqual([(sale.rule, sale.line) for sale in verdict.sales], [(None, 5), (None, 8)])

    def test_a_line_of_blanks_is_a_row(self):
        rows = " \n\t\r\n\u00a0\n\u202f \n"
        self.assertEqual(self.rules(rows + ROW), ["fila_ilegible"] * 4 + [None])

    def test_a_line_of_two_quotes_is_a_row_with_one_empty_field(self):
        self.assertEqual(self.rules('""\n' + ROW), ["fila_ilegible", None])

    def test_a_header_alone_gives_an_empty_summary(self):
        for text in (HEADER, HEADER.strip(), HEADER + "\r\n\n"):
            verdict = self.judge(text)
            self.assertEqual((verdict.status, verdict.as_json()["counts"]["rows_in"]), ("ok", 0))
            expected = {"ingresos_totales.csv": INCOMES.encode(), "ventas_rechazadas.csv": REFUSED.encode()}
            self.assertEqual(verdict.reports(), expected)


class Rule4RaggedRows(OracleCase):
    def test_more_or_fewer_fields_than_the_header_are_unreadable(self):
        rows = "1,2025-01-01,pan,10\n2,2025-01-01,pan,10,2,\n3\n" + ROW
        self.assertEqual(self.rules(rows), ["fila_ilegible"] * 3 + [None])

    def test_an_unquoted_decimal_comma_does_not_shift_the_columns(self):
        self.assertEqual(self.rules('1,2025-01-01,pan,12,5,2\n2,2025-01-01,pan,"12,5",2\n'), ["fila_ilegible", None])

    def test_in_a_semicolon_file_it_is_no_delimiter(self):
        self.assertEqual(self.rules("1;2025-01-01;pan;12,5;2\n", HEADER.replace(",", ";")), [None])

    def test_an_unreadable_row_comes_before_every_other_rule(self):
        self.assertEqual(self.rules(",,,,,\n,,,,\n"), ["fila_ilegible", "precio_nulo"])

    def test_a_ragged_catalogue_row_fails_productos_and_what_depends_on_it(self):
        verdict = self.judge(HEADER + ROW, CATALOGUE + "leche,Lácteos\n")
        self.assertEqual(verdict.failures["productos"].facts["line"], 4)
        states = {
            "ventas_leidas": "ok",
            "ventas": "ok",
            "ventas_rechazadas": "ok",
            "productos": "failed",
            "ingresos_totales": "upstream_failed",
            "publicar_reporte": "upstream_failed",
        }
        self.assertEqual(verdict.steps, states)

    def test_so_do_a_decimal_comma_and_a_line_of_blanks(self):
        for row in ("leche,Lácteos,0,19\n", " \n", "\u00a0\n"):
            self.assertEqual(self.defect(HEADER + ROW, CATALOGUE + row), ("productos", "ragged_catalogue_row", 4))


class OrderOfRules(OracleCase):
    """fila, precio nulo/ilegible, cantidad nula/ilegible, fecha ilegible/futura, total, id nulo/repetido."""

    def test_the_first_rule_that_a_row_breaks_is_its_only_one(self):
        every = ",x,pan,,\n"  # no id, no day, no price, no quantity
        self.assertEqual(self.rules(every), ["precio_nulo"])
        self.assertEqual(self.rules(",x,pan,p,\n"), ["precio_ilegible"])
        self.assertEqual(self.rules(",x,pan,-1,\n"), ["cantidad_nula"])
        self.assertEqual(self.rules(",x,pan,-1,q\n"), ["cantidad_ilegible"])
        self.assertEqual(self.rules(",x,pan,-1,0\n"), ["fecha_ilegible"])
        self.assertEqual(self.rules(",2999-01-01,pan,-1,0\n"), ["fecha_futura"])
        self.assertEqual(self.rules(",2025-01-01,pan,-1,0\n"), ["total_no_positivo"])
        self.assertEqual(self.rules(",2025-01-01,pan,1,1\n"), ["id_nulo"])

    def test_repeated_comes_last(self):
        rows = ROW + "1,2025-01-01,pan,0,1\n1,2025-01-01,pan,1,1\n"
        self.assertEqual(self.rules(rows), [None, "total_no_positivo", "id_repetido"])


class Rules5To8Values(OracleCase):
    def test_every_sample_of_a_price(self):
        for text, means in PRECIOS:
            with self.subTest(precio=text):
                self.assertEqual(self.value_or_rule(values.precio, text, "precio"), self.expected(means))

    def test_every_sample_of_a_quantity(self):
        for text, means in CANTIDADES:
            with self.subTest(cantidad=text):
                self.assertEqual(self.value_or_rule(values.cantidad, text, "cantidad"), self.expected(means))

    def test_every_sample_of_a_day(self):
        for text, means in FECHAS:
            with self.subTest(fecha=text):
                last = datetime.date(2026, 3, 1)
                try:
                    found = values.fecha(text, last).isoformat()
                except values.Refused as refused:
                    found = refused.rule
                self.assertEqual(found, means)

    def value_or_rule(self, read, text, column):
        """The value, unless the whole row is refused."""
        rule = self.rule(**{column: text})
        return rule or Decimal(read(text))

    def expected(self, means):
        return means if "_" in means else Decimal(means)

    def test_the_rules_own_prices(self):
        self.assertEqual(values.precio("1.990"), 1990)
        self.assertEqual(values.precio("1.990,50"), Decimal("1990.50"))
        self.assertEqual(values.precio("12.5"), Decimal("12.5"))
        self.assertEqual(values.precio("12,5"), Decimal("12.5"))
        for text in ("12,990", "0.500", "1234.567", "1 990", "1e3", "1.990.5", "１９９０", "-$5"):
            self.assertEqual(self.rule(precio=text), "precio_ilegible")

    def test_the_rules_own_quantities(self):
        for text, value in (("3.0", 3), ("3,00", 3), ("1.000", 1000)):
            self.assertEqual(values.cantidad(text), value)
        for text in ("3.5", "3,000"):
            self.assertEqual(self.rule(cantidad=text), "cantidad_ilegible")

    def test_a_day_is_future_if_later_than_the_run_s_date(self):
        self.assertEqual(self.rules("1,2025-06-15,pan,1,1\n2,16-06-2025,pan,1,1\n"), [None, "fecha_futura"])
        verdict = self.judge(HEADER + "1,29-02-2024,pan,1,1\n", today=datetime.date(2024, 2, 28))
        self.assertEqual(verdict.sales[0].rule, "fecha_futura")

    def test_price_or_quantity_of_zero_or_less(self):
        for price, quantity in (("0", "1"), ("1", "0"), ("-1", "1"), ("1", "-1"), ("-1", "-1"), ("0,00", "0")):
            self.assertEqual(self.rule(precio=price, cantidad=quantity), "total_no_positivo")
        self.assertIsNone(self.rule(precio="0,01", cantidad="1"))


class Rule9Ids(OracleCase):
    def rules_of(self, *ids):
        return self.rules("".join(f'"{each}",2025-01-01,pan,1,1\n' for each in ids))

    def test_blanks_at_the_ends_do_not_count(self):
        self.assertEqual(self.rules_of("7", " 7\u00a0", "\n7\t"), [None, "id_repetido", "id_repetido"])

    def test_text_is_compared_as_it_is(self):
        ids = ("7", "007", "7.0", "a1", "A1", "a 1", "a  1", "a\u00a01", "é", "e\u0301", "\uff17")
        self.assertEqual(self.rules_of(*ids), [None] * len(ids))

    def test_empty(self):
        self.assertEqual(self.rules_of("", " \u202f"), ["id_nulo", "id_nulo"])

    def test_a_refused_row_does_not_use_up_its_id(self):
        rows = "1,2025-01-01,pan,x,1\n1,2025-01-01,pan,1,1\n1,2025-01-01,pan,1,1\n"
        self.assertEqual(self.rules(rows), ["precio_ilegible", None, "id_repetido"])


class Rule10Keys(OracleCase):
    def test_every_sample_of_a_key(self):
        for key, spellings in (*CLAVES, *CATEGORIAS):
            for text in spellings:
                with self.subTest(text=text):
                    self.assertEqual(values.clave(text), key)

    def test_samples_of_different_lines_are_different_keys(self):
        for table in (CLAVES, CATEGORIAS):
            keys = [key for key, _ in table]
            self.assertEqual(len(keys), len(set(keys)))

    def test_an_n_with_a_tilde_is_an_n(self):
        self.assertEqual(values.clave("Ñ"), "n")

    def test_keys_are_never_recomposed(self):
        self.assertEqual(values.clave("\uac01"), "\u1100\u1161\u11a8")  # Hangul GAG: three letters

    def test_a_sale_finds_its_product_by_key_and_the_summary_prints_the_key(self):
        catalogue = "producto,categoria_norm,impuesto\nTÉ\u00a0  verde,  BEBIDAS\u202fCalientes ,0\n"
        self.assertEqual(self.incomes("1,2025-01-01,te verde,10,2\n", catalogue), "bebidas calientes,20.00,2,10.00\n")


class Rule11Catalogue(OracleCase):
    def catalogue(self, rows):
        return "producto,categoria_norm,impuesto\n" + rows

    def test_every_sample_of_a_tax(self):
        for text, value in IMPUESTOS:
            with self.subTest(impuesto=text):
                verdict = self.judge(HEADER + ROW, self.catalogue(f'pan,x,"{text}"\n'))
                if value is None:
                    self.assertEqual(verdict.failures["productos"].key, "unreadable_tax")
                else:
                    self.assertEqual(verdict.failures, {})
                    self.assertEqual(values.impuesto(text), Decimal(value))

    def test_the_tax_is_added(self):
        """1000 * 3 * 1.0525 = 3157.50"""
        rows = "1,2025-01-01,pan,1.000,3\n"
        self.assertEqual(self.incomes(rows, self.catalogue('pan,p,"0,0525"\n')), "p,3157.50,3,1000.00\n")

    def test_an_empty_tax_is_zero_with_a_warning(self):
        verdict = self.judge(HEADER + ROW, self.catalogue("pan,p,\n"))
        self.assertEqual(self.warnings(verdict), {"impuestos_presentes"})
        self.assertEqual(str(verdict.incomes[0].total_ventas), "20.00")

    def test_rows_without_product_are_ignored_whatever_their_tax(self):
        verdict = self.judge(HEADER + ROW, CATALOGUE + ',x,0.5\n" \u00a0",x,19%\n\u0301,x,\n')
        self.assertEqual((verdict.status, len(verdict.incomes)), ("ok", 1))

    def test_a_row_without_category_is_sin_categoria_with_its_own_tax(self):
        self.assertEqual(self.incomes(ROW, self.catalogue("pan, ,0.5\n")), "sin_categoria,30.00,2,10.00\n")

    def test_of_several_rows_of_a_product_the_last_counts(self):
        rows = "pan,a,0.1\nte,b,0\nPAN,c,0.5\n"
        verdict = self.judge(HEADER + ROW, self.catalogue(rows))
        self.assertEqual(verdict.reports()["ingresos_totales.csv"].decode(), INCOMES + "c,30.00,2,10.00\n")
        self.assertEqual(self.warnings(verdict), {"catalogo_sin_conflictos"})
        shown = verdict.checks["catalogo_sin_conflictos"][1]["conflicts"]
        self.assertEqual([line for line, *_ in shown], [2, 4])

    def test_a_conflict_is_of_category_or_of_tax(self):
        for rows in ("pan,a,0\npan,b,0\n", "pan,a,0\npan,a,0.1\n", "pan,a,0\npan,,0\n"):
            verdict = self.judge(HEADER + ROW, self.catalogue(rows))
            self.assertEqual(self.warnings(verdict), {"catalogo_sin_conflictos"})

    def test_rows_of_one_meaning_do_not_differ(self):
        for rows in ('pan,á,0.1\nPÁN,A,"0,1000"\n', "pan,,0\npan,Sin_Categoría,0.0\n"):
            self.assertEqual(self.warnings(self.judge(HEADER + ROW, self.catalogue(rows))), set())
        verdict = self.judge(HEADER + ROW, self.catalogue("pan,a,0\npan,a,\n"))
        self.assertEqual(self.warnings(verdict), {"impuestos_presentes"})

    def test_an_unreadable_tax_of_a_superseded_row_fails_too(self):
        catalogue = self.catalogue("pan,a,19%\npan,a,0.19\n")
        self.assertEqual(self.defect(HEADER + ROW, catalogue), ("productos", "unreadable_tax", 2))

    def test_an_unknown_product_keeps_its_sale_without_tax(self):
        """2 * 10 * 1.19 for the bread; 2 * 1.5 + 1 * 7 for what nobody knows, two rows."""
        sales = ROW + '2,2025-01-01,queso,"1,5",2\n3,2025-01-01,,7,1\n'
        verdict = self.judge(HEADER + sales)
        expected = INCOMES + "panaderia,23.80,2,10.00\nsin_categoria,10.00,3,4.25\n"
        self.assertEqual(verdict.reports()["ingresos_totales.csv"].decode(), expected)
        self.assertEqual(self.warnings(verdict), {"productos_conocidos"})
        self.assertEqual(verdict.checks["productos_conocidos"][1], {"rows": 2, "money": "10.00"})

    def test_a_catalogue_of_a_header_alone_knows_nothing(self):
        self.assertEqual(self.incomes(ROW, self.catalogue("")), "sin_categoria,20.00,2,10.00\n")


@unittest.skipUnless(parquet.READERS, "neither duckdb nor pyarrow is installed")
class Rule11Parquet(OracleCase):
    def write(self, tax_type, *rows, names=("producto", "CATEGORIA_norm", "impuesto")):
        types = ("VARCHAR", "VARCHAR", tax_type)
        parquet.write(self.folder / "catalogo.parquet", names, types, [("pan", "p", value) for value in rows])

    def total(self):
        verdict = self.judge(HEADER + "1,2025-01-01,pan,100,1\n", "unreadable\n")
        self.assertEqual(verdict.failures, {})
        return str(verdict.incomes[0].total_ventas)

    def test_it_is_read_even_where_catalogo_csv_is_there(self):
        self.write("VARCHAR", "0,19")
        self.assertEqual(self.total(), "119.00")

    def test_numbers_count_by_value(self):
        samples = [("DOUBLE", 0.19, "119.00"), ("FLOAT", 0.19, "119.00"), ("DECIMAL(12,8)", "0.19000000", "119.00"),
                   ("INTEGER", 0, "100.00"), ("DOUBLE", 0.9999, "199.99"), ("DOUBLE", None, "100.00")]  # fmt: skip
        for tax_type, value, total in samples:
            value = Decimal(value) if isinstance(value, str) else value
            with self.subTest(tax_type=tax_type, value=value):
                self.write(tax_type, value)
                self.assertEqual(self.total(), total)

    def test_other_numbers_fail_productos(self):
        samples = [("DOUBLE", 1.0), ("DOUBLE", 0.12345), ("DOUBLE", -0.1), ("DOUBLE", float("nan")), ("INTEGER", 1),
                   ("DECIMAL(12,8)", Decimal("0.00001")), ("VARCHAR", "19%"), ("FLOAT", 0.12345)]  # fmt: skip
        for tax_type, value in samples:
            with self.subTest(tax_type=tax_type, value=value):
                self.write(tax_type, value)
                self.assertEqual(self.defect(HEADER + ROW), ("productos", "unreadable_tax", 1))

    def test_a_missing_column_fails_productos(self):
        self.write("DOUBLE", 0.1, names=("producto", "categoria", "impuesto"))
        self.assertEqual(self.defect(HEADER + ROW), ("productos", "missing_columns", None))

    def test_a_broken_file_fails_productos_though_catalogo_csv_is_there(self):
        (self.folder / "catalogo.parquet").write_bytes(b"PAR1")
        self.assertEqual(self.defect(HEADER + ROW), ("productos", "unreadable_parquet", None))

    def test_every_reader_reads_the_same(self):
        self.write("FLOAT", 0.19, None, 0.0005)
        tables = {parquet.read(self.folder / "catalogo.parquet", reader) for reader in parquet.READERS}
        expected = tuple(("pan", "p", value) for value in (Decimal("0.19"), None, Decimal("0.0005")))
        self.assertEqual([table.rows for table in tables], [expected])

    def test_the_report_has_four_typed_columns(self):
        self.write("DOUBLE", 0.19)
        ventas.publish(self.judge(HEADER + ROW), self.folder / "reports")
        table = parquet.read(self.folder / "reports" / "ingresos_totales.parquet")
        self.assertEqual(table.names, ("categoria_norm", "total_ventas", "n_items", "precio_promedio"))
        self.assertEqual(table.types, ("VARCHAR", "DECIMAL(38,2)", "BIGINT", "DECIMAL(38,2)"))
        self.assertEqual(table.rows, (("p", Decimal("23.80"), 2, Decimal("10.00")),))

    def test_an_empty_report_has_them_too(self):
        ventas.publish(self.judge(HEADER), self.folder / "reports")
        table = parquet.read(self.folder / "reports" / "ingresos_totales.parquet")
        self.assertEqual((table.types, table.rows), (("VARCHAR", "DECIMAL(38,2)", "BIGINT", "DECIMAL(38,2)"), ()))


class Rule11WithoutReader(OracleCase):
    def test_parquet_that_nobody_can_read_is_no_verdict(self):
        (self.folder / "catalogo.parquet").write_bytes(b"PAR1")
        with mock.patch.object(parquet, "READERS", []), self.assertRaises(parquet.NoReader):
            self.judge(HEADER + ROW)


class Rule12Summary(OracleCase):
    def sales(self, *rows):
        return "".join(f'{number},2025-01-01,{name},"{price}",{quantity}\n'
                       for number, (name, price, quantity) in enumerate(rows))  # fmt: skip

    def listed(self, *rows):
        return "producto,categoria_norm,impuesto\n" + "".join(",".join(row) + "\n" for row in rows)

    def test_total_items_and_plain_mean_by_category(self):
        """a: 10*3*1.5 + 20*1*1.0 = 65, 4 items, (10+20)/2 = 15. b: 1*100*1.25 = 125, 100 items, 1."""
        catalogue = self.listed(("w", "a", "0.5"), ("x", "a", "0"), ("y", "b", "0.25"))
        sales = self.sales(("w", "10", 3), ("x", "20", 1), ("y", "1", 100))
        self.assertEqual(self.incomes(sales, catalogue), "b,125.00,100,1.00\na,65.00,4,15.00\n")

    def test_halves_go_up(self):
        """0.10 * 1.05 = 0.105, and the mean of 0.01 and 0.02 is 0.015."""
        catalogue = self.listed(("x", "a", "0.05"), ("y", "b", "0"))
        sales = self.sales(("x", "0,10", 1), ("y", "0,01", 1), ("y", "0,02", 1))
        self.assertEqual(self.incomes(sales, catalogue), "a,0.11,1,0.10\nb,0.03,2,0.02\n")

    def test_a_half_that_a_double_would_lose(self):
        """The mean of 1.00 and 1.01 is 1.005, which as a double is a little less."""
        sales = self.sales(("y", "1,00", 1), ("y", "1,01", 1))
        self.assertEqual(self.incomes(sales, self.listed(("y", "b", "0"))), "b,2.01,2,1.01\n")

    def test_sums_are_rounded_once_at_the_end(self):
        """Three times 0.01 * 1.5 = 0.045, which is 0.05, and not three times 0.02."""
        sales = self.sales(*[("y", "0,01", 1)] * 3)
        self.assertEqual(self.incomes(sales, self.listed(("y", "b", "0.5"))), "b,0.05,3,0.01\n")

    def test_a_mean_without_end(self):
        """(1 + 1 + 2) / 3 = 1.333..., (5 + 5 + 6) / 3 hundredths = 5.333..., (0.05 + 0.06 + 0.06) / 3 = 0.0566..."""
        catalogue = self.listed(("x", "a", "0"), ("y", "b", "0"))
        sales = self.sales(
            ("x", "1", 1), ("x", "1", 1), ("x", "2", 1), *[("y", p, 1) for p in ("0,05", "0,06", "0,06")]
        )
        self.assertEqual(self.incomes(sales, catalogue), "a,4.00,3,1.33\nb,0.17,3,0.06\n")

    def test_sums_are_exact_where_doubles_are_not(self):
        """999999999999.99 * 999999999 = 999999998999990000000.01, twice it ...19980000000.02, and 0.01 more."""
        sales = self.sales(
            ("y", "999.999.999.999,99", 999999999), ("y", "999999999999,99", 999999999), ("y", "0,01", 1)
        )
        expected = "b,1999999997999980000000.03,1999999999,666666666666.66\n"
        self.assertEqual(self.incomes(sales, self.listed(("y", "b", "0"))), expected)

    def test_the_order_is_by_total_from_the_largest(self):
        catalogue = self.listed(("x", "a", "0"), ("y", "b", "0"), ("z", "c", "0"))
        sales = self.sales(("x", "9", 1), ("y", "100", 1), ("z", "20", 1))
        self.assertEqual(self.incomes(sales, catalogue), "b,100.00,1,100.00\nc,20.00,1,20.00\na,9.00,1,9.00\n")

    def test_then_by_name_by_code_point(self):
        """U+FF5A comes before U+1F600, whose first UTF-16 unit is D83D."""
        names = ("😀", "ｚ", "b", "_", "a", "10", "9")
        catalogue = self.listed(*[(f"p{at}", name, "0") for at, name in enumerate(names)])
        sales = self.sales(*[(f"p{at}", "1", 1) for at in range(len(names))])
        found = [line.split(",")[0] for line in self.incomes(sales, catalogue).splitlines()]
        self.assertEqual(found, ["10", "9", "_", "a", "b", "ｚ", "😀"])

    def test_the_order_is_that_of_the_rounded_total(self):
        """b has 1.0004, which is 1.00 like a."""
        catalogue = self.listed(("x", "b", "0.0004"), ("y", "a", "0"))
        self.assertEqual(
            self.incomes(self.sales(("x", "1", 1), ("y", "1", 1)), catalogue), "a,1.00,1,1.00\nb,1.00,1,1.00\n"
        )


class Rule13Report(OracleCase):
    def test_refused_rows_come_in_the_file_s_order_as_they_came(self):
        rows = '2,2025-01-01, Pan\u00a0,"12,990",1\n\t1 ,31-02-2025,"a ""b""",10,1\n' + ROW + ",2025-01-01,x\ty,1,1\n"
        expected = (
            'precio_ilegible,2,2025-01-01, Pan\u00a0,"12,990",1\n'
            'fecha_ilegible,\t1 ,31-02-2025,"a ""b""",10,1\n'
            "id_nulo,,2025-01-01,x\ty,1,1\n"
        )
        self.assertEqual(self.refused(rows), expected)

    def test_line_breaks_stay_what_they_were(self):
        rows = '1,2025-01-01,"a\r\nb\nc\rd",x,1\n'
        self.assertEqual(self.refused(rows), 'precio_ilegible,1,2025-01-01,"a\r\nb\nc\rd",x,1\n')

    def test_a_lone_carriage_return_needs_quotes_and_a_semicolon_none(self):
        rows = "1,2025-01-01,a\rb;c,x,1\n"
        self.assertEqual(self.refused(rows), 'precio_ilegible,1,2025-01-01,"a\rb;c",x,1\n')
        self.assertEqual(self.refused("1,2025-01-01,a;b,x,1\n"), "precio_ilegible,1,2025-01-01,a;b,x,1\n")

    def test_an_unreadable_row_has_no_text(self):
        self.assertEqual(self.refused("1,2,3\n" + ROW), "fila_ilegible,,,,,\n")

    def test_names_are_quoted_where_needed(self):
        catalogue = 'producto,categoria_norm,impuesto\npan,"a, ""b""; c",0\n'
        self.assertEqual(self.incomes(ROW, catalogue), '"a, ""b""; c",20.00,2,10.00\n')

    def test_the_files_are_utf_8_without_bom_with_line_feeds(self):
        verdict = self.judge(HEADER + "1,2025-01-01,pan,10,2\n2,2025-01-01,ñ,x,1\n")
        reports = verdict.reports()
        self.assertEqual(reports["ingresos_totales.csv"], INCOMES.encode() + b"panaderia,23.80,2,10.00\n")
        self.assertEqual(
            reports["ventas_rechazadas.csv"], REFUSED.encode() + b"precio_ilegible,2,2025-01-01,\xc3\xb1,x,1\n"
        )

    def test_nothing_is_published_unless_the_run_may(self):
        reports = self.folder / "reports"
        reports.mkdir()
        (reports / "ingresos_totales.csv").write_bytes(b"yesterday")
        ventas.publish(self.judge(HEADER + ROW, None), reports)
        self.assertEqual([path.read_bytes() for path in reports.iterdir()], [b"yesterday"])
        ventas.publish(self.judge(HEADER + ROW), reports)
        self.assertEqual(
            (reports / "ingresos_totales.csv").read_bytes(), INCOMES.encode() + b"panaderia,23.80,2,10.00\n"
        )


class Rule14Checks(OracleCase):
    def test_an_american_file_is_blocked(self):
        rows = '1,01/15/2025,pan,"1,990.50",2\n2,12/31/2024,te,10,1\n'
        verdict = self.judge(HEADER + rows)
        self.assertEqual((verdict.status, verdict.exit, verdict.published), ("blocked", 3, False))
        self.assertIn("algunas_ventas_usadas", self.warnings(verdict))
        self.assertEqual(verdict.steps["publicar_reporte"], "upstream_failed")

    def test_one_used_row_is_enough(self):
        self.assertTrue(self.judge(HEADER + "x,x,x,x,x\n" * 20 + ROW).published)

    def test_more_than_a_tenth_refused_is_a_warning_and_a_tenth_is_not(self):
        good = "".join(f"{number},2025-01-01,pan,10,2\n" for number in range(9))
        self.assertEqual(self.judge(HEADER + good + "x,x,x,x,x\n").status, "ok")
        verdict = self.judge(HEADER + good[: good.rindex("8,")] + "x,x,x,x,x\n")
        self.assertEqual((verdict.status, self.warnings(verdict)), ("warned", {"pocas_rechazadas"}))

    def test_a_second_reader_counts_the_rows(self):
        texts = {"": 0, "a,b\n": 1, '"a\n\r\nb",c\r\n\nx\n': 2, "a\rb\r\r\nc": 2, '""\n\n" "': 2, 'a"b\n"c""\n"\n': 2}
        for text, count in texts.items():
            with self.subTest(text=text):
                self.assertEqual(records.count_records(text, ","), count)
                self.assertEqual(len(list(records.records(text, ","))), count)

    def test_a_row_that_the_second_reader_misses_blocks(self):
        with mock.patch.object(records, "count_records", return_value=1):
            verdict = self.judge(HEADER + ROW)
        self.assertEqual((verdict.status, self.warnings(verdict)), ("blocked", {"ninguna_fila_perdida"}))

    def test_a_negative_income_blocks(self):
        loss = ventas.summary.Income("x", Decimal("-0.01"), 1, Decimal("1.00"))
        with mock.patch.object(ventas.summary, "summarise", return_value=[loss]):
            verdict = self.judge(HEADER + ROW)
        self.assertEqual((verdict.status, self.warnings(verdict)), ("blocked", {"ingresos_no_negativos"}))

    def test_a_failure_outranks_a_blocking_check(self):
        verdict = self.judge(HEADER + "x,x,x,x,x\n", "producto\n")
        self.assertEqual((verdict.status, verdict.exit, verdict.blocked), ("failed", 1, True))

    def test_both_files_may_fail(self):
        verdict = self.judge("x\n", "y\n")
        self.assertEqual(set(verdict.failures), {"ventas_leidas", "productos"})
        self.assertEqual(set(verdict.steps.values()), {"failed", "upstream_failed"})


class CommandLine(OracleCase):
    def run_main(self, *more):
        places = ("--datasets", str(self.folder), "--reports", str(self.folder / "reports"), "--date", "2025-06-15")
        target = self.folder / "verdict.json"
        code = ventas.main([*places, "--json", str(target), *more])
        return code, json.loads(target.read_text(encoding="utf-8"))

    def test_it_publishes_and_tells(self):
        self.judge(HEADER.replace(",", ";") + "1;2025-01-01;pan;10;2\n2;2025-01-01;pan;;1\n")
        code, told = self.run_main()
        self.assertEqual((code, told["status"], told["date"]), (0, "warned", "2025-06-15"))
        self.assertEqual(told["counts"], {"rows_in": 2, "used": 1, "refused": {"precio_nulo": 1}})
        self.assertEqual(told["files"][0], {"file": "ventas.csv", "encoding": "utf-8", "bom": False, "delimiter": ";"})
        found = (self.folder / "reports" / "ventas_rechazadas.csv").read_text(encoding="utf-8")
        self.assertEqual(found, REFUSED + "precio_nulo,2,2025-01-01,pan,,1\n")

    def test_exit_codes_are_those_of_the_kit(self):
        self.judge(HEADER + "x,x,x,x,x\n")
        self.assertEqual(self.run_main()[0], 3)
        self.judge("x\n")
        self.assertEqual(self.run_main()[0], 1)
        self.assertFalse((self.folder / "reports").exists())

    def test_no_reader_of_parquet_is_exit_2(self):
        self.judge(HEADER + ROW)
        (self.folder / "catalogo.parquet").write_bytes(b"PAR1")
        arguments = ["--datasets", str(self.folder), "--reports", str(self.folder / "r"), "--date", "2025-06-15"]
        with mock.patch.object(parquet, "READERS", []), contextlib.redirect_stderr(io.StringIO()) as told:
            self.assertEqual(ventas.main(arguments), 2)
        self.assertIn("pip install duckdb", told.getvalue())

    def test_a_date_in_another_form_is_refused(self):
        with contextlib.redirect_stderr(io.StringIO()) as told, self.assertRaises(SystemExit):
            ventas.main(["--datasets", ".", "--reports", ".", "--date", "15-06-2025"])
        self.assertIn("15-06-2025", told.getvalue())


class Sentences(OracleCase):
    """Each text, in both languages, with what it must name."""

    DEFECTS = {
        "missing_file": (None, ("ventas.csv",)),
        "utf16_bom": (b"\xff\xfea\0", ("ventas.csv", "FF FE", "UTF-8")),
        "nul_byte": (HEADER + "\0", ("2", "ventas.csv", "NUL")),
        "unclosed_quote": (HEADER + '\n"1', ("3", "ventas.csv")),
        "text_after_quote": (HEADER + '"1"x,', ("2", "ventas.csv", "'x'", "','")),
        "missing_columns": ("fecha,precio,id\n", ("id_venta, producto, cantidad", "fecha, precio, id")),
        "repeated_columns": (HEADER.strip() + ",fecha\n", ("ventas.csv", "fecha")),
    }
    CATALOGUE_DEFECTS = {
        "ragged_catalogue_row": (CATALOGUE + "x,y\n", ("4", "catalogo.csv", "2", "3", "','")),
        "unreadable_tax": (CATALOGUE + "Leche,y,19%\n", ("4", "catalogo.csv", "'leche'", "'19%'", "0.19")),
    }

    def test_each_defect_says_what_where_and_the_remedy_in_both_languages(self):
        for key, (content, facts) in self.DEFECTS.items():
            self.assert_says(key, facts, lambda content=content: self.judge(content))
        for key, (content, facts) in self.CATALOGUE_DEFECTS.items():
            self.assert_says(key, facts, lambda content=content: self.judge(HEADER, content))

    def assert_says(self, key, facts, judge):
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        defect = next(iter(judge().failures.values()))
        self.assertEqual(defect.key, key)
        sentences = []
        for chosen in ("en", "es"):
            with mock.patch.dict(os.environ, {"ORQUESTA_LANG": chosen}):
                sentences.append(defect.sentence())
        for sentence in sentences:
            for fact in facts:
                self.assertIn(fact, sentence)
            self.assertNotIn("\n", sentence)
            self.assertTrue(sentence.endswith("."))
        self.assertNotEqual(*sentences)

    def test_the_language_is_orquesta_lang_else_the_locale_s(self):
        self.assertEqual(language({"ORQUESTA_LANG": "es", "LANG": "en_US.UTF-8"}), "es")
        self.assertEqual(language({"ORQUESTA_LANG": "fr", "LANG": "es_CL.UTF-8"}), "es")
        self.assertEqual(language({"LC_ALL": "de_DE", "LANG": "es_CL"}), "en")
        self.assertEqual(language({}), "en")

    def test_both_languages_name_the_same_facts(self):
        for key, (english, spanish) in TEXTS.items():
            fields = [{name for _, name, _, _ in Formatter().parse(text)} for text in (english, spanish)]
            self.assertEqual(*fields, key)

    def test_an_unknown_key_is_an_error_of_ours(self):
        with self.assertRaises(KeyError):
            say("no_such_text")


if __name__ == "__main__":
    unittest.main()
