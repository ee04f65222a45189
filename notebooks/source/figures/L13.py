"""The picture of lesson L13: which piece reads which."""

INK, PAPER, LINE = "#1b1f24", "#ffffff", "#57606a"
SALES, INCOME, WEEK = "#e7f0fb", "#fff4e5", "#e6f4ea"
FONT = 'font-family="sans-serif"'
LEFT, STEP, WIDTH = 120, 116, 92

DAYS = {"en": "Mon Tue Wed Thu Fri Sat Sun", "es": "lun mar mié jue vie sáb dom"}


def text(x, y, words, size=16, weight="normal", anchor="middle"):
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}" '
        f'fill="{INK}" {FONT}>{words}</text>'
    )


def box(x, y, width, words, fill):
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="44" rx="6" fill="{fill}" stroke="{LINE}" stroke-width="2"/>'
        + text(x + width / 2, y + 28, words)
    )


def down(x, y, to_y):
    return (
        f'<path d="M{x} {y}V{to_y - 9}" stroke="{INK}" stroke-width="2"/>'
        f'<path d="M{x} {to_y}l-6 -10h12z" fill="{INK}"/>'
    )


def pieces(lang):
    parts = [text(10, y, words, 16, "bold", "start") for y, words in ((62, "ventas"), (142, "ingresos"), (222, "resumen"))]
    for i, day in enumerate(DAYS[lang].split()):
        x = LEFT + STEP * i
        middle = x + WIDTH / 2
        parts += [
            text(middle, 22, day),
            box(x, 34, WIDTH, f"@03-{i + 2:02d}", SALES),
            down(middle, 80, 112),
            box(x, 114, WIDTH, f"@03-{i + 2:02d}", INCOME),
            down(middle, 160, 192),
        ]
    parts.append(box(LEFT, 194, 6 * STEP + WIDTH, "@2026-W10", WEEK))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 930 252" width="930" height="252">'
        f'<rect width="930" height="252" fill="{PAPER}"/>' + "".join(parts) + "</svg>"
    )
