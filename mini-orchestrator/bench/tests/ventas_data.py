"""Small sales data for the tests of the bench: same seed, same bytes.

usage: ventas_data.py --rows N --out DIR [--seed S]

Well-formed RFC 4180 in UTF-8 with LF, no blank lines and no line breaks inside quotes; about 6 % of the rows break
one rule, and every rule is broken by some row once N is a few hundred.
"""

import argparse
import pathlib
import random

HEADER = " ID_Venta ,Fecha,Producto,categoria,Precio,Cantidad,canal,id_cliente"
CATEGORIES = ["Alimentos", "bebidas", " HOGAR", "Juguetería", "Librería", "niños  y bebés", "ocio", ""]
TAXES = ["0.19", "0,19", "0", "", "0.1025"]
BAD_PRICES = ["", " ", "$", "n/a", "12.990.5", "1e3", "-$5", "12,990", "0.500", "1 990", "$$$5", "１２３"]
BAD_QUANTITIES = ["", "3.5", "3,000", "tres", "1234567890"]
BAD_DATES = ["31-02-2025", "2025/01/05", "", "1999-12-31", "5-1-2025", "01-02/2025", "2999-01-01", "2025-13-01"]


def price(rnd: random.Random) -> str:
    amount = rnd.randrange(100, 2_000_000)
    dotted = f"{amount:,}".replace(",", ".")
    forms = [str(amount)] * 6 + [dotted, f"$ {dotted}", f"${amount}", f"{dotted},50", f"{amount}.9", f" {dotted} clp"]
    return rnd.choice(forms)


def day(rnd: random.Random) -> str:
    y, m, d = rnd.randrange(2020, 2026), rnd.randrange(1, 13), rnd.randrange(1, 29)
    return rnd.choice([f"{y}-{m:02}-{d:02}"] * 8 + [f"{d:02}-{m:02}-{y}", f"{d:02}/{m:02}/{y}"])


def product(rnd: random.Random) -> str:
    name = f"Muñeca N° {rnd.randrange(1, 206)}"
    return rnd.choice(
        [name] * 20 + [name.upper(), f" {name} ", name.replace(" ", "  ", 1), name.replace("ñ", "n\u0303")]
    )


def broken(rnd: random.Random, row: list[str], ids: list[str]) -> list[str]:
    kind = rnd.randrange(9)
    if kind == 0:
        return rnd.choice([row[:-1], row + ["de", "más"], row[:1], row + [""], ["  "]])
    if kind == 1:
        row[4] = rnd.choice(["0", "-1.990", "$ -5"])
    elif kind == 2:
        row[5] = rnd.choice(["0", "-3"])
    elif kind == 3:
        row[0] = rnd.choice(["", "  "])
    elif kind == 4:
        row[0] = rnd.choice([rnd.choice(ids), f" {rnd.choice(ids)} "])
    else:
        column, values = [(4, BAD_PRICES), (5, BAD_QUANTITIES), (1, BAD_DATES)][kind % 3]
        row[column] = rnd.choice(values)
    return row


def field(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n\r') else text


def write_sales(path: pathlib.Path, rows: int, rnd: random.Random) -> None:
    ids = ["V-0"]
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(HEADER + "\n")
        for n in range(1, rows + 1):
            quantity = rnd.choice(["1", "2", "3", "10", "1", "2", "3.0", "1.000"])
            row = [f"V-{n:08}", day(rnd), product(rnd), "", price(rnd), quantity, 'web "uno"', str(rnd.randrange(9999))]
            if rnd.random() < 0.06:
                row = broken(rnd, row, ids)
            elif n % 97 == 0:
                ids.append(row[0])
            out.write(",".join(map(field, row)) + "\n")


def write_catalogue(path: pathlib.Path, rnd: random.Random) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write("Producto,CATEGORIA_NORM,impuesto,proveedor\n")
        for n in range(1, 201):
            out.write(f"muñeca n° {n},{rnd.choice(CATEGORIES)},{field(rnd.choice(TAXES))},P{n % 7}\n")
        out.write("MUÑECA N° 3,bebidas,0.19,P1\n,ocio,0,P1\n")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--rows", type=int, required=True)
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--seed", type=int, default=20250601)
    args = options.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    write_sales(args.out / "ventas.csv", args.rows, random.Random(args.seed))
    write_catalogue(args.out / "catalogo.csv", random.Random(args.seed + 1))


if __name__ == "__main__":
    main()
