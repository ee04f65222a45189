"""The class: names as they come, with accents, twins and one that fills a line."""

FIRST = ("Ana Benjamín Camila Diego Élida Felipe Gabriela Hernán Ignacia Joaquín Katherine Lautaro Martina Nicolás Ñancupil Óscar "
         "Pía Renato Sofía Tomás").split()
LAST = ("Aguirre Bórquez Cáceres Díaz Echeverría Fuentes González Huenchumilla Ibáñez Jara Krauss Lagos Muñoz Núñez Ortúzar "
        "Peñaloza Quilodrán Riquelme Sepúlveda Zúñiga").split()
LONG = "María de los Ángeles Constanza Huenchumilla-Echeverría Ortúzar"


def names(rng, count):
    """So many different ones, in an order of their own."""
    every = [f"{first} {last}" for first in FIRST for last in LAST]
    chosen = rng.sample(every, count - 1)
    return [LONG, *chosen]
