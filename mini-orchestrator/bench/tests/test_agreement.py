"""Two programs that share no engine and no number parsing write the same six outputs."""

import json
import subprocess
import unittest

from scripts import BENCH, SCRIPTS, python, run_on, temporary

REPORT = ["ingresos_totales.csv", "ingresos_totales.parquet", "ventas_rechazadas.csv"]
EVERY_RULE = 10
UNCUT = "import sys; sys.path.insert(0, {bench!r}); import ventas_duckdb as v; v.rules.CUT_FROM_BYTES = 1; v.main()"


def ask(*question: str) -> dict:
    command = [python("duckdb"), str(BENCH / "outputs.py"), *question]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


class AgreementTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = temporary()
        make = [python("duckdb"), str(BENCH / "tests/ventas_data.py"), "--rows", "20000", "--out", str(cls.folder)]
        subprocess.run(make, check=True)
        cls.outcomes = {script: run_on(script, cls.folder, cls.folder / script) for script in SCRIPTS}

    def test_the_reports_are_the_same_and_every_rule_is_met(self):
        hashes = [ask("report", str(outcome.report), *REPORT) for outcome in self.outcomes.values()]
        self.assertEqual(sorted(hashes[0]), REPORT)
        self.assertEqual(hashes, [hashes[0]] * len(SCRIPTS))
        self.assertEqual(len({row[0] for row in self.outcomes["ventas_duckdb.py"].refused()}), EVERY_RULE)

    def test_the_stored_assets_are_the_same(self):
        templates = [str(self.folder / s / "assets/{asset}.parquet") for s in ("ventas_duckdb.py", "ventas_pandas.py")]
        compared = ask("assets", *templates)
        self.assertEqual({name: found["same"] for name, found in compared.items()}, dict.fromkeys(compared, True))
        self.assertEqual(compared["ventas_leidas"]["rows"], 20000)
        self.assertEqual(compared["ventas"]["rows"] + compared["ventas_rechazadas"]["rows"], 20000)
        self.assertEqual(compared["ventas"]["not_compared"], [])

    def test_a_file_cut_into_pieces_gives_the_same(self):
        report = self.folder / "cut"
        code = UNCUT.format(bench=str(BENCH))
        command = [python("duckdb"), "-c", code, str(self.folder), str(report), "--date", "2026-01-01"]
        subprocess.run(command, check=True, capture_output=True)
        self.assertEqual(
            ask("report", str(report), *REPORT), ask("report", str(self.folder / "ventas_duckdb.py"), *REPORT)
        )
        wanted, found = (str(self.folder / s / "assets/{asset}.parquet") for s in ("ventas_duckdb.py", "cut"))
        self.assertTrue(all(asset["same"] for asset in ask("assets", wanted, found).values()))


class OutputsTest(unittest.TestCase):
    """A check of outputs that cannot fail would be worth nothing."""

    def setUp(self):
        self.folder = temporary()

    def write(self, name: str, query: str) -> str:
        script = f"import duckdb; duckdb.sql({query!r}).write_parquet({str(self.folder / name)!r})"
        subprocess.run([python("duckdb"), "-c", script], check=True)
        return ask("report", str(self.folder), name)[name]

    def test_a_hash_minds_values_order_names_and_types_but_not_bytes(self):
        base = self.write("a.parquet", "select n::bigint as n, (n + 1) / 3 as x from range(3) t(n)")
        a, z = self.folder / "a.parquet", self.folder / "z.parquet"
        script = f"import duckdb; duckdb.read_parquet('{a}').write_parquet('{z}', compression='zstd')"
        subprocess.run([python("duckdb"), "-c", script], check=True)
        self.assertEqual(ask("report", str(self.folder), "z.parquet")["z.parquet"], base)
        for query in (
            "select n::bigint as n, (n + 1) / 3 as x from range(4) t(n)",
            "select n::bigint as n, (n + 1) / 3 as x from range(3) t(n) order by n desc",
            "select n::bigint as m, (n + 1) / 3 as x from range(3) t(n)",
            "select n::integer as n, (n + 1) / 3 as x from range(3) t(n)",
            "select n::bigint as n, (n + 1) / 3 + 1e-6 as x from range(3) t(n)",
        ):
            self.assertNotEqual(self.write("b.parquet", query), base, query)
        noise = "select n::bigint as n, (n + 1) / 3 + 1e-14 as x from range(3) t(n)"
        self.assertEqual(self.write("b.parquet", noise), base)

    def test_a_missing_file_has_no_hash_and_a_lost_or_changed_row_is_seen(self):
        self.assertEqual(ask("report", str(self.folder), "nothing.csv"), {})
        for name in ("ventas_leidas", "ventas", "ventas_rechazadas", "productos"):
            self.write(f"a-{name}.parquet", "select n, 'x' as y, 1 as only_here from range(9) t(n)")
        self.write("b-ventas_leidas.parquet", "select 8 - n as n, 'x' as y from range(9) t(n)")
        self.write("b-ventas.parquet", "select n, 'x' as y from range(8) t(n)")
        self.write("b-ventas_rechazadas.parquet", "select n, if(n = 4, 'z', 'x') as y from range(9) t(n)")
        self.write("b-productos.parquet", "select n as other from range(9) t(n)")
        found = ask("assets", f"{self.folder}/a-{{asset}}.parquet", f"{self.folder}/b-{{asset}}.parquet")
        self.assertEqual([asset["same"] for asset in found.values()], [True, False, False, False, False])
        self.assertEqual(found["ventas_leidas"]["not_compared"], ["only_here"])


if __name__ == "__main__":
    unittest.main()
