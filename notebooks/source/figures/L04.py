"""The pictures of lesson L04; the amounts are the facts of its source."""

import re
from pathlib import Path

INK, PAPER, LINE = "#1b1f24", "#ffffff", "#57606a"
BOX, LOSS, GAIN, TOTAL = "#fff4e5", "#b42318", "#0b6e4f", "#33527a"
FONT = 'font-family="sans-serif"'

STEPS = {
    "en": ["1 read the sales", "2 read the catalogue", "3 join", "4 add the tax", "5 sum by category", "6 write"],
    "es": ["1 leer las ventas", "2 leer el catálogo", "3 unir", "4 sumar el impuesto", "5 resumir", "6 escribir"],
}
BARS = {
    "en": ["don Hernán", "thousands dot", "price as text", "other losses", "counted wrongly", "the report"],
    "es": ["don Hernán", "punto de miles", "precio como texto", "otras pérdidas", "contado de más", "el informe"],
}
SCALE = {"en": "millions of pesos", "es": "millones de pesos"}


def text(x, y, words, size=16, anchor="middle", weight="normal", colour=INK):
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}" '
        f'fill="{colour}" {FONT}>{words}</text>'
    )


def box(x, y, width, height, fill, stroke=LINE):
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="{fill}" stroke="{stroke}"/>'


def arrow(x, y, to):
    return (
        f'<path d="M{x} {y}H{to - 8}" stroke="{INK}" stroke-width="2" fill="none"/>'
        f'<path d="M{to} {y}l-10 -6v12z" fill="{INK}"/>'
    )


def svg(width, height, parts):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>' + "".join(parts) + "</svg>"
    )


def six_steps(lang):
    parts = []
    for y, name in ((70, "ventas.csv"), (150, "catalogo.parquet")):
        parts += [box(10, y, 160, 44, PAPER), text(90, y + 28, name), arrow(172, y + 22, 230)]
    parts.append(f'<rect x="232" y="20" width="480" height="224" rx="10" fill="{BOX}" stroke="{INK}" stroke-width="4"/>')
    for i, step in enumerate(STEPS[lang]):
        parts.append(text(252 + 240 * (i // 3), 74 + 66 * (i % 3), step, 18, "start"))
    parts += [arrow(714, 132, 772), box(774, 110, 166, 44, PAPER), text(857, 138, "resumen.parquet")]
    return svg(950, 264, parts)


def amounts():
    source = (Path(__file__).parent.parent / "L04.md").read_text(encoding="utf-8")
    facts = {name: float(value) for name, value in re.findall(r"^%% fact (\w+) (\S+)$", source, re.M)}
    losses = sum(facts[name] for name in ("letters", "unknown", "uncategorised", "quantity"))
    gains = sum(facts[name] for name in ("twice", "no_id", "date", "unreadable", "repeated"))
    return facts, [-facts["dot"], -facts["text"], -losses, gains]


def account(lang):
    facts, changes = amounts()
    tall, base, wide = 2.3, 310, 100
    parts = [text(940, 24, SCALE[lang], 14, "end"), f'<path d="M20 {base}H940" stroke="{LINE}"/>']
    bars = [(facts["real"], 0, facts["real"], TOTAL)]
    level = facts["real"]
    for change in changes:
        bars.append((change, min(level, level + change), max(level, level + change), LOSS if change < 0 else GAIN))
        level += change
    bars.append((facts["report"], 0, facts["report"], TOTAL))
    for i, ((value, low, high, colour), name) in enumerate(zip(bars, BARS[lang])):
        x, top, height = 40 + 152 * i, base - tall * high / 1e6, max(2, tall * (high - low) / 1e6)
        sign = "" if colour == TOTAL else "+" if value > 0 else "−"
        number = f"{sign}{abs(value) / 1e6:.1f}".replace(".", "." if lang == "en" else ",")
        parts.append(f'<rect x="{x}" y="{top:.1f}" width="{wide}" height="{height:.1f}" fill="{colour}"/>')
        parts.append(text(x + wide / 2, round(top - 8), number, 18, weight="bold"))
        parts.append(text(x + wide / 2, base + 26, name, 15))
    return svg(950, 350, parts)
