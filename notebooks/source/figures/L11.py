"""The picture of lesson L11: a table is written, then checked, and only then published."""

INK, PAPER, LINE = "#1b1f24", "#ffffff", "#57606a"
UNSEEN, GOOD, HELD = "#f3f6fa", "#e6f4ea", "#fff4e5"
FONT = 'font-family="sans-serif"'

WORDS = {
    "en": {
        "write": ("1 write", "Saturday's table,", "where nobody looks"),
        "audit": ("2 audit", "the check asks for", "rows that are wrong"),
        "publish": ("3 publish", "readers see", "Saturday"),
        "held": ("■ blocked", "readers see Friday,", "as before"),
        "none": "none",
        "some": "one or more",
    },
    "es": {
        "write": ("1 escribir", "la tabla del sábado,", "donde nadie mira"),
        "audit": ("2 revisar", "el check pide las", "filas que están mal"),
        "publish": ("3 publicar", "quien lee ve", "el sábado"),
        "held": ("■ blocked", "quien lee ve el viernes,", "como antes"),
        "none": "ninguna",
        "some": "una o más",
    },
}


def text(x, y, words, size=16, weight="normal"):
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="middle" font-weight="{weight}" '
        f'fill="{INK}" {FONT}>{words}</text>'
    )


def box(x, y, words, fill, dash=""):
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    title, *lines = words
    parts = [
        f'<rect x="{x}" y="{y}" width="210" height="92" rx="6" fill="{fill}" stroke="{LINE}" stroke-width="2"{dashed}/>',
        text(x + 105, y + 30, title, 18, "bold"),
        *[text(x + 105, y + 54 + 22 * i, line) for i, line in enumerate(lines)],
    ]
    return "".join(parts)


def arrow(x, y, to_x, to_y):
    return (
        f'<path d="M{x} {y}L{to_x - 9} {to_y}" stroke="{INK}" stroke-width="2"/>'
        f'<path d="M{to_x} {to_y}l-10 -6v12z" fill="{INK}"/>'
    )


def three_steps(lang):
    words = WORDS[lang]
    parts = [
        box(20, 76, words["write"], UNSEEN, "8 5"),
        arrow(232, 122, 308, 122),
        box(310, 76, words["audit"], PAPER),
        arrow(522, 110, 668, 66),
        text(590, 66, words["none"], 16, "bold"),
        box(670, 16, words["publish"], GOOD),
        arrow(522, 136, 668, 184),
        text(572, 202, words["some"], 16, "bold"),
        box(670, 138, words["held"], HELD, "8 5"),
    ]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 246" width="900" height="246">'
        f'<rect width="900" height="246" fill="{PAPER}"/>' + "".join(parts) + "</svg>"
    )
