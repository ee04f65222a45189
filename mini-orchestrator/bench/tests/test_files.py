"""The second reader, the cuts and the catalogue, without any engine."""

import csv
import io
import pathlib
import random
import unittest
from decimal import Decimal

from scripts import HEADER, temporary

import ventas_files as files

HEAD = files.Header(",", ["a", "b"], 0)
CASES = {
    "": 0,
    "\n\n": 0,
    "1,2": 1,
    "1,2\n\n3,4\n": 2,
    "1,2\r\n\r\n3,4\r\n": 2,
    '1,"x\ny"\n2,z\n': 2,
    '1,"x\n\ny"\n\n2,z': 2,
    '1,"x ""q""\n"\n"2\n",z\n': 2,
    '1,a "quote\n2,z"\n3,"\n"\n': 3,
    '""\n \n': 2,
    '1,"abc,"\n2,"x\n,"\n3,"",\n': 3,
}


def written(text: str) -> pathlib.Path:
    path = temporary() / "ventas.csv"
    path.write_bytes(text.encode())
    return path


class FilesTest(unittest.TestCase):
    def test_records_are_counted_as_rfc_4180_says_wherever_a_block_ends(self):
        for text, records in CASES.items():
            for block in (1, 2, 3, 5, 7, 1 << 20):
                with self.subTest(text, block=block):
                    self.assertEqual(files.count_records(written(text), HEAD, block), records)

    def test_records_of_random_files_are_as_many_as_written(self):
        rnd = random.Random(4)
        for _ in range(200):
            out, count = io.StringIO(), rnd.randrange(1, 12)
            for _ in range(count):
                fields = ["".join(rnd.choices(["a", ",", '"', "\n", "\r\n", " "], k=rnd.randrange(4))) for _ in "ab"]
                csv.writer(out, lineterminator=rnd.choice(["\n", "\r\n"])).writerow(fields)
            self.assertEqual(files.count_records(written(out.getvalue()), HEAD, rnd.randrange(1, 40)), count)

    def test_pieces_begin_with_whole_records_and_add_up_to_the_file(self):
        rows = [
            f'{n},"two\nlines, {n}","said ""{n}""",1,1\n' + f'{n},x,y 2",1,1\n{n},x,"y, 2",1,1\n' for n in range(300)
        ]
        path = written(HEADER + "".join(rows))
        head = files.header(path, files.SALES)

        for pieces in (1, 2, 3, 7):
            folder = temporary()
            texts = [pathlib.Path(name).read_text() for name in files.cut(path, head, pieces, folder)]
            self.assertEqual("".join(texts), "".join(rows))
            self.assertEqual(len(texts), pieces)
            for text in texts:
                self.assertRegex(text[:20], r"\A[0-9]+,")

    def test_the_delimiter_cuts_the_header_into_more_fields(self):
        header = files.header(written(' A ;"b;c";D,e\nx\n'), ["a", "b;c", "d,e"])
        self.assertEqual(header, files.Header(";", ["a", "b;c", "d,e"], 14))
        self.assertEqual(files.header(written("a,b;c\n"), []).delimiter, ",")

    def test_keys(self):
        for text, key in {
            "  ÑU\u0301  x\u202f\t": "nu x",
            "İstanbul": "istanbul",
            "ΟΔΟΣ": "οδος",
            "각": "\u1100\u1161\u11a8",
        }.items():
            self.assertEqual(files.key(text), key)
        self.assertEqual(files.key(None), "")

    def test_taxes_by_text_and_by_value(self):
        for written_tax, tax in {
            "": "0",
            " 0,19 ": "0.19",
            0.19: "0.19",
            Decimal("0.1900"): "0.19",
            0: "0",
            "0.9999": "0.9999",
        }.items():
            self.assertEqual(files.tax(written_tax), Decimal(tax))
        self.assertEqual(files.tax(float("nan")), 0)
        for wrong in ("1", 1, 0.12345, -0.1, "0.", "00.1"):
            with self.assertRaisesRegex(files.Refused, "is not a share|no es una parte"):
                files.tax(wrong)


if __name__ == "__main__":
    unittest.main()
