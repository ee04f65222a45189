"""Every sentence that the bench says, in English and Spanish: ORQUESTA_LANG=en|es, else the locale."""

import difflib
import os
from collections.abc import Iterable

TEXTS = {
    "columns": (
        "{file} needs each of these columns once: {missing}; found: {found}. Correct the header and run again.",
        "{file} necesita una vez cada una de estas columnas: {missing}; hay: {found}. Corrige el encabezado y repite.",
    ),
    "tax": (
        "The catalogue's impuesto {found!r} is not a share like 0.19: write 0 or up to four decimals below 1.",
        "El impuesto {found!r} del catálogo no es una parte como 0.19: escribe 0 o hasta cuatro decimales bajo 1.",
    ),
    "ragged": (
        "{file}, line {line}: {found} fields instead of {wanted}. Put quotes around a text that holds a delimiter.",
        "{file}, línea {line}: {found} campos en vez de {wanted}. Pon comillas al texto que lleva un delimitador.",
    ),
    "conflicts": (
        "Warning: rows of the catalogue differ for: {products}. The last one counts.",
        "Aviso: hay filas distintas del catálogo para: {products}. Vale la última.",
    ),
    "untaxed": (
        "Warning: {rows} rows of the catalogue have no impuesto; 0 is used.",
        "Aviso: {rows} filas del catálogo no tienen impuesto; se usa 0.",
    ),
    "unknown_products": (
        "Warning: {rows} sales for {money} are of products that the catalogue does not know.",
        "Aviso: {rows} ventas por {money} son de productos que el catálogo no conoce.",
    ),
    "many_refused": (
        "Warning: {refused} of {rows} rows are refused, more than a tenth.",
        "Aviso: se rechazan {refused} de {rows} filas, más de un décimo.",
    ),
    "unreadable": (
        "The engine cannot read the files in {folder}: {cause}. These scripts read well-formed files (README.md).",
        "El motor no puede leer los archivos de {folder}: {cause}. Estos scripts leen archivos correctos (README.md).",
    ),
    "lost_rows": (
        "Blocked: the file holds {counted} rows, {read} were read. The file is not what this script can read"
        " (README.md); nothing was published.",
        "Bloqueado: el archivo tiene {counted} filas y se leyeron {read}. Este script no puede leer tal archivo"
        " (README.md); no se publicó nada.",
    ),
    "none_used": (
        "Blocked: all {rows} rows are refused; nothing was published. Look at the forms of prices and dates.",
        "Bloqueado: se rechazan las {rows} filas; no se publicó nada. Mira cómo vienen los precios y las fechas.",
    ),
    "unknown_name": (
        "{option} names {found!r}, which is not there. Did you mean {nearest!r}? Known: {known}.",
        "{option} nombra {found!r}, que no existe. ¿Quisiste decir {nearest!r}? Hay: {known}.",
    ),
    "no_command": (
        "--{option} {found!r} has no name: write 'name=command', for example {example!r}.",
        "--{option} {found!r} no tiene nombre: escribe 'nombre=comando', por ejemplo {example!r}.",
    ),
    "placeholder": (
        "The command {command!r} holds {{{found}}}, which is not known here. Known: {known}.",
        "El comando {command!r} lleva {{{found}}}, que aquí no se conoce. Hay: {known}.",
    ),
    "command_failed": (
        "{what} ended with code {code}: {command}. Its output is in {log}.",
        "{what} terminó con código {code}: {command}. Su salida está en {log}.",
    ),
    "no_program": (
        "{command!r} was not found. Write the path of a program that exists.",
        "No se encontró {command!r}. Escribe la ruta de un programa que exista.",
    ),
    "no_data": (
        "{folder} holds no ventas.csv. Give --data with a command that writes it, for example {example!r}.",
        "{folder} no tiene ventas.csv. Da --data con un comando que lo escriba, por ejemplo {example!r}.",
    ),
    "round_done": (
        "Round {number} of {rounds}, {size} rows.",
        "Vuelta {number} de {rounds}, {size} filas.",
    ),
    "dearer": (
        "{suite}, {size} rows: {ours} costs {found:.2f} times the CPU seconds of {peer}, more than the {most:.2f} that"
        " are allowed ({landed:.2f} when last landed). Find out what made it dearer; if it must be, write the new"
        " figure into landed.json.",
        "{suite}, {size} filas: {ours} cuesta {found:.2f} veces los segundos de CPU de {peer}, más que los {most:.2f}"
        " permitidos ({landed:.2f} la última vez). Averigua qué lo encareció; si tiene que ser así, escribe la cifra"
        " nueva en landed.json.",
    ),
    "linux": (
        "The bench reads /proc, so it needs Linux; this is {found}. Run it in the devcontainer.",
        "La medición lee /proc, así que necesita Linux; esto es {found}. Córrela en el devcontainer.",
    ),
}


class Refused(Exception):
    """The work stops here, for the reason that the sentence gives."""

    def __init__(self, name: str, **values: object) -> None:
        super().__init__(say(name, **values))
        self.exit_code = 3 if name in ("lost_rows", "none_used") else 1


def language() -> str:
    chosen = os.environ.get("ORQUESTA_LANG") or next(
        filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "en"
    )
    return "es" if chosen.lower().startswith("es") else "en"


def say(name: str, **values: object) -> str:
    return TEXTS[name][language() == "es"].format(**values)


def unknown(option: str, found: str, known: Iterable[str]) -> Refused:
    names = list(known)
    nearest = (difflib.get_close_matches(found, names, 1, 0) or names)[0]
    return Refused("unknown_name", option=option, found=found, nearest=nearest, known=", ".join(names))
