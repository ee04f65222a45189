"""Rules 5 to 9 for the rows of ventas.csv: each is used, or refused by exactly one rule."""

from dataclasses import dataclass
from decimal import Decimal

import values
from values import Refused, clave, stripped

COLUMNS = ("id_venta", "fecha", "producto", "precio", "cantidad")
RULES = (
    "fila_ilegible",
    "precio_nulo",
    "precio_ilegible",
    "cantidad_nula",
    "cantidad_ilegible",
    "fecha_ilegible",
    "fecha_futura",
    "total_no_positivo",
    "id_nulo",
    "id_repetido",
)


@dataclass(frozen=True)
class Sale:
    """A row of ventas.csv. `rule` is the one that refuses it, or None; only a used row has values."""

    line: int
    text: tuple
    rule: str | None
    producto: str = ""
    precio: Decimal = Decimal(0)
    cantidad: int = 0


def judge_sales(source, today):
    """Each row in the file's order, since an id is taken by the rows accepted above."""
    sales, taken = [], set()
    for row in source.rows:
        if source.is_ragged(row):
            sales.append(Sale(row.line, ("",) * len(COLUMNS), "fila_ilegible"))
            continue
        text = tuple(source.value(row, name) for name in COLUMNS)
        try:
            sales.append(accept(row.line, text, today, taken))
            taken.add(stripped(text[0]))
        except Refused as refused:
            sales.append(Sale(row.line, text, refused.rule))
    return sales


def accept(line, text, today, taken):
    """The rules in their order, so that the first one that a row breaks is the one that is named."""
    id_venta, fecha, producto, precio, cantidad = text
    price = values.precio(precio)
    quantity = values.cantidad(cantidad)
    values.fecha(fecha, today)
    if price <= 0 or quantity <= 0:
        raise Refused("total_no_positivo")
    if not stripped(id_venta):
        raise Refused("id_nulo")
    if stripped(id_venta) in taken:
        raise Refused("id_repetido")
    return Sale(line, text, None, clave(producto), price, quantity)
