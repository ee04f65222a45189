"""compare.py against a kit that is the oracle itself, true or with one fault: each fault is named, none is invented."""

import contextlib
import io
import json
import os
import shutil
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import compare
import parquet

HERE = Path(__file__).parent
HEADER = "id_venta,fecha,producto,precio,cantidad\n"
CASES = {
    "published": HEADER + "1,2025-01-01,pan,10,2\n2,2025-01-01,pan,x,2\n3,2025-01-01,pan,,2\n",
    "failed": HEADER + '1,2025-01-01,"pan,10,2\n',
    "blocked": HEADER + "1,01/15/2025,pan,10,2\n",
}

# A pipeline as compare.py expects one; FAULT names what it does wrong.
KIT = """
import datetime, json, os, sys
from pathlib import Path
sys.path.insert(0, {here!r})
import parquet, ventas

def run(datasets, reports, home, date):
    fault, reports = os.environ.get("FAULT", ""), Path(reports)
    verdict = ventas.judge(Path(datasets), datetime.date.fromisoformat(date))
    states = dict(verdict.steps)
    status, code = verdict.status, verdict.exit
    ventas.publish(verdict, reports)
    if verdict.published and not parquet.READERS:
        (reports / "ingresos_totales.parquet").write_bytes(b"PAR1")
    if fault == "bytes" and verdict.published:
        file = reports / "ventas_rechazadas.csv"
        file.write_bytes(file.read_bytes().replace(b"precio_nulo", b"id_nulo"))
    if fault == "short" and verdict.published:
        (reports / "ingresos_totales.csv").write_bytes(b"categoria_norm,total_ventas,n_items,precio_promedio")
    if fault == "no file" and verdict.published:
        (reports / "ventas_rechazadas.csv").unlink()
    if fault == "no parquet" and verdict.published:
        (reports / "ingresos_totales.parquet").unlink()
    if fault == "bad parquet" and verdict.published:
        (reports / "ingresos_totales.parquet").write_bytes(b"PAR1")
    if fault == "other parquet" and verdict.published:
        columns = ("categoria_norm", "total_ventas", "n_items", "precio_promedio")
        parquet.write(reports / "ingresos_totales.parquet", columns, ("VARCHAR", "DOUBLE", "BIGINT", "DOUBLE"), [])
    if fault == "publishes" and status == "blocked":
        (reports / "ingresos_totales.csv").write_bytes(b"today")
    if fault == "status" and status == "blocked":
        status = "ok"
    if fault == "warned" and status == "ok":
        status = "warned"
    if fault == "exit" and status == "failed":
        code = 2
    if fault == "step" and status == "failed":
        states.update(ventas_leidas="ok", ventas="failed")
    if fault == "step gone":
        del states["productos"]
    steps = [{{"key": key, "kind": "asset", "state": state}} for key, state in states.items()]
    steps.append({{"key": "ventas#x", "kind": "check", "state": "failed"}})
    told = json.dumps({{"run": "1", "pipeline": "ventas", "status": status, "exit": code, "steps": steps}})
    if fault == "crash":
        sys.exit("crashed")
    if fault == "stdout":
        print(told)
    else:
        (Path(home) / "result.json").write_text("{{" if fault == "no json" else told)

if sys.argv[1] == "--cases":
    for line in Path(sys.argv[2]).read_text().splitlines():
        run(*line.split("\\t"))
else:
    run(*sys.argv[1:])
"""


class CompareTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="compare test "))
        self.addCleanup(shutil.rmtree, self.folder)
        self.cases = self.folder / "cases"
        for name, sales in CASES.items():
            self.add_case(name, sales)
        kit = self.folder / "kit.py"
        kit.write_text(KIT.format(here=str(HERE)), encoding="utf-8")
        self.batch = f"'{sys.executable}' '{kit}'"
        self.kit = self.batch + " {datasets} {reports} {home} {date}"

    def add_case(self, name, sales, **manifest):
        (self.cases / name).mkdir(parents=True)
        (self.cases / name / "ventas.csv").write_text(sales, encoding="utf-8")
        (self.cases / name / "catalogo.csv").write_text("producto,categoria_norm,impuesto\npan,p,0\n")
        told = {"date": "2025-06-15", "questions": [], **manifest}
        (self.cases / name / "manifest.json").write_text(json.dumps(told))

    def compare(self, *options, fault="", each=False):
        """The exit code and all that was printed, of one process for all cases, or of one for each.

        The folder of the runs is ours, so that it goes with the test.
        """
        work = self.folder / "work"
        shutil.rmtree(work, ignore_errors=True)
        command = ("--kit", self.kit) if each else ("--batch", self.batch)
        arguments = ["--cases", str(self.cases), "--work", str(work), *command, *options]
        with (
            mock.patch.dict(os.environ, {"FAULT": fault, "ORQUESTA_LANG": "en"}),
            contextlib.redirect_stdout(io.StringIO()) as told,
        ):
            return compare.main(arguments), told.getvalue()

    def assert_differs(self, names, sentence, **how):
        options = how.pop("options", ())
        code, told = self.compare(*options, **how)
        self.assertIn(sentence, told)
        self.assertIn(f"{len(self.cases_there())} cases compared, {len(names)} differ: {' '.join(names)}\n", told)
        self.assertEqual(code, 1)

    def cases_there(self):
        return list(self.cases.iterdir())

    def test_a_true_kit_agrees(self):
        for options in ((), ("--jobs", "2", "--warnings", "--yesterday")):
            code, told = self.agreeing(*options, each=True)
            self.assertIn("3 cases compared, all agree.", told)
            self.assertEqual(code, 0, told)

    def test_a_true_batch_agrees(self):
        for options in ((), ("--jobs", "2", "--warnings"), ("--jobs", "9"), ("--yesterday",)):
            code, told = self.agreeing(*options)
            self.assertEqual(code, 0, told)

    def agreeing(self, *options, **how):
        """Without a reader the contents of Parquet are not compared, and the last lines say so."""
        code, told = self.compare(*options, **how)
        self.assertEqual("Not compared" in told, not parquet.READERS)
        return code, told

    def test_the_result_may_come_on_standard_output(self):
        self.assertEqual(self.compare(fault="stdout", each=True)[0], 0)

    def test_the_first_differing_line_is_shown(self):
        sentence = (
            "published: line 3 of ventas_rechazadas.csv is 'id_nulo,3,2025-01-01,pan,,2', "
            "and should be 'precio_nulo,3,2025-01-01,pan,,2'."
        )
        self.assert_differs(["published"], sentence, fault="bytes", each=True)

    def test_a_missing_last_line_feed_is_a_difference(self):
        self.assert_differs(["published"], "published: line 2 of ingresos_totales.csv is -, and", fault="short")

    def test_a_file_that_was_not_published(self):
        self.assert_differs(["published"], "published: ventas_rechazadas.csv was not published", fault="no file")
        self.assert_differs(["published"], "published: ingresos_totales.parquet was not published", fault="no parquet")

    def test_a_report_of_a_blocked_run(self):
        sentence = (
            "blocked: ingresos_totales.csv was published or changed, and should not be, since the run is blocked."
        )
        self.assert_differs(["blocked"], sentence, fault="publishes")
        self.assert_differs(["blocked"], sentence, fault="publishes", options=["--yesterday"])

    def test_another_status(self):
        self.assert_differs(["blocked"], "blocked: the run is ok, and should be blocked.", fault="status")

    def test_ok_and_warned_differ_only_if_asked(self):
        self.add_case("plain", HEADER + "1,2025-01-01,pan,10,2\n")
        self.assertEqual(self.compare(fault="warned")[0], 0)
        sentence = "plain: the run is warned, and should be ok."
        self.assert_differs(["plain"], sentence, fault="warned", options=["--warnings"])

    def test_another_exit_code(self):
        self.assert_differs(["failed"], "failed: the exit code is 2, and should be 1.", fault="exit")

    def test_another_failing_step(self):
        self.assert_differs(["failed"], "failed: the step ventas_leidas is ok, and should be failed.", fault="step")

    def test_a_step_that_is_not_there(self):
        names = ["blocked", "failed", "published"]
        self.assert_differs(names, "published: the step productos is absent, and should be ok.", fault="step gone")

    def test_a_run_without_a_result(self):
        names = ["blocked", "failed", "published"]
        self.assert_differs(names, "failed: result.json is missing or holds no JSON object", fault="crash", each=True)
        self.assert_differs(names, "failed: result.json is missing or holds no JSON object", fault="no json")
        self.assert_differs(names, "(FileNotFoundError", fault="crash")

    def test_a_command_that_does_not_exist(self):
        self.kit = "/no/such/kit {datasets}"
        names = ["blocked", "failed", "published"]
        self.assert_differs(names, "failed: result.json is missing or holds no JSON object", each=True)

    def test_a_run_that_does_not_end(self):
        self.kit = f"'{sys.executable}' -c 'import time; time.sleep(60)'"
        names = ["blocked", "failed", "published"]
        self.assert_differs(names, "result.json is missing", options=["--timeout", "0.2"], each=True)

    def test_differing_cases_say_which_question_they_touch(self):
        self.add_case("open", CASES["published"], questions=["Q1", "Q7"])
        names = ["open", "published"]
        self.assert_differs(names, "open touches what the rules leave open: Q1, Q7 (QUESTIONS.md).", fault="bytes")

    def test_settled_leaves_them_out(self):
        self.add_case("open", CASES["published"], questions=["Q1"])
        self.assertIn("3 cases compared, all agree.", self.compare("--settled")[1])

    def test_no_case_is_no_agreement(self):
        shutil.rmtree(self.cases)
        for cases in ("missing", "empty"):
            with contextlib.redirect_stderr(io.StringIO()) as told:
                self.assertEqual(self.compare()[0], 2, cases)
            self.assertIn("holds no case", told.getvalue())
            self.cases.mkdir(exist_ok=True)

    def test_one_command_is_needed(self):
        for command in ([], ["--kit", "x", "--batch", "y"]):
            with contextlib.redirect_stderr(io.StringIO()) as told:
                self.assertEqual(compare.main(["--cases", str(self.cases), *command]), 2)
            self.assertIn("--batch", told.getvalue())

    def test_work_must_be_empty(self):
        with contextlib.redirect_stderr(io.StringIO()) as told:
            arguments = ["--cases", str(self.cases), "--kit", self.kit, "--work", str(self.cases)]
            self.assertEqual(compare.main(arguments), 2)
        self.assertIn("--work", told.getvalue())

    def test_parquet_that_nobody_can_read_is_refused_before_any_run(self):
        (self.cases / "failed" / "catalogo.parquet").write_bytes(b"PAR1")
        with mock.patch.object(parquet, "READERS", []), contextlib.redirect_stderr(io.StringIO()) as told:
            self.assertEqual(self.compare()[0], 2)
        self.assertIn("pip install duckdb", told.getvalue())
        self.assertFalse((self.folder / "work").exists())

    @unittest.skipUnless(parquet.READERS, "neither duckdb nor pyarrow is installed")
    def test_parquet_is_compared_by_content(self):
        self.assert_differs(["published"], "published: ingresos_totales.parquet has", fault="other parquet")
        self.assert_differs(["published"], "ingresos_totales.parquet cannot be read as Parquet", fault="bad parquet")


if __name__ == "__main__":
    unittest.main()
