"""The picture of lesson L02: a pipeline, and how many rows go from step to step."""

INK, PAPER, LINE = "#1b1f24", "#ffffff", "#57606a"
FILLS = ("#e7f0fb", "#fff4e5", "#e6f4ea")
FONT = 'font-family="sans-serif"'

STEPS = {
    "en": ["read", "derive", "filter", "group", "sum", "write"],
    "es": ["leer", "derivar", "filtrar", "agrupar", "sumar", "escribir"],
}
PARTS = {
    "en": ["Ingestion", "Transformation", "Export"],
    "es": ["Ingesta", "Transformación", "Exportación"],
}
ROWS = {"en": "rows", "es": "filas"}
COUNTS = ("263", "263", "256", "256", "11")
WIDTH, GAP, LEFT, TOP = 110, 46, 20, 74


def text(x, y, words, size=16, weight="normal"):
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="middle" font-weight="{weight}" '
        f'fill="{INK}" {FONT}>{words}</text>'
    )


def left(at):
    return LEFT + at * (WIDTH + GAP)


def bracket(first, last, words):
    begin, end = left(first), left(last) + WIDTH
    line = f'<path d="M{begin} 52v-10H{end}v10" stroke="{LINE}" stroke-width="2" fill="none"/>'
    return line + text((begin + end) / 2, 30, words, 17, "bold")


def flow(lang):
    parts = [bracket(*place, words) for place, words in zip(((0, 0), (1, 4), (5, 5)), PARTS[lang])]
    for at, step in enumerate(STEPS[lang]):
        fill = FILLS[0 if at == 0 else 2 if at == 5 else 1]
        parts.append(
            f'<rect x="{left(at)}" y="{TOP}" width="{WIDTH}" height="56" rx="6" fill="{fill}" stroke="{LINE}"/>'
        )
        parts.append(text(left(at) + WIDTH / 2, TOP + 34, step, 18))
    for at, count in enumerate(COUNTS):
        x, middle = left(at) + WIDTH, TOP + 28
        parts.append(f'<path d="M{x + 3} {middle}H{x + GAP - 10}" stroke="{INK}" stroke-width="2"/>')
        parts.append(f'<path d="M{x + GAP - 3} {middle}l-10 -6v12z" fill="{INK}"/>')
        parts.append(text(x + GAP / 2, TOP + 82, count, 16, "bold"))
    parts.append(text(left(0) + WIDTH / 2, TOP + 82, ROWS[lang], 16))
    width = left(5) + WIDTH + LEFT
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 176" width="{width}" height="176">'
        f'<rect width="{width}" height="176" fill="{PAPER}"/>' + "".join(parts) + "</svg>"
    )
