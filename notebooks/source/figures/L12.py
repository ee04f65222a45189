"""The picture of lesson L12: two workers with a disk each, and two with one place for both."""

INK, PAPER, LINE = "#1b1f24", "#ffffff", "#57606a"
FULL, EMPTY = "#e6f4ea", "#f3f6fa"
FONT = 'font-family="sans-serif"'

WORDS = {
    "en": {
        "own": "a disk each",
        "one": "one place for both",
        "knows": "memory: clientes ✓",
        "empty": "(empty)",
        "looks": "✗ not there",
        "found": "✓ found",
    },
    "es": {
        "own": "un disco cada uno",
        "one": "un lugar para los dos",
        "knows": "memoria: clientes ✓",
        "empty": "(vacío)",
        "looks": "✗ no está",
        "found": "✓ está",
    },
}


def text(x, y, words, size=16, weight="normal"):
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="middle" font-weight="{weight}" '
        f'fill="{INK}" {FONT}>{words}</text>'
    )


def box(x, y, width, lines, fill, dash=""):
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    first = y + 36 - 11 * (len(lines) - 1)
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="62" rx="6" fill="{fill}" stroke="{LINE}" stroke-width="2"{dashed}/>'
        + "".join(text(x + width / 2, first + 22 * i, line, 16, "normal" if i else "bold") for i, line in enumerate(lines))
    )


def down(x, y, to_x, to_y):
    return (
        f'<path d="M{x} {y}L{to_x} {to_y - 9}" stroke="{INK}" stroke-width="2"/>'
        f'<path d="M{to_x} {to_y}l-6 -10h12z" fill="{INK}"/>'
    )


def both_disks(lang):
    words = WORDS[lang]
    parts = [text(220, 26, words["own"], 18, "bold"), text(690, 26, words["one"], 18, "bold")]
    parts.append(f'<path d="M473 12V240" stroke="{LINE}" stroke-dasharray="4 4"/>')
    for left in (20, 490):
        parts += [box(left + 220 * i, 44, 190, (f"worker {i + 1}", words["knows"]), PAPER) for i in (0, 1)]
    parts += [
        down(115, 108, 115, 168),
        down(335, 108, 335, 168),
        text(397, 144, words["looks"], 16, "bold"),
        box(20, 170, 190, ("disco-1", "clientes, ciudades"), FULL),
        box(240, 170, 190, ("disco-2", words["empty"]), EMPTY, "8 5"),
        down(585, 108, 660, 168),
        down(805, 108, 730, 168),
        text(836, 144, words["found"], 16, "bold"),
        box(600, 170, 190, ("compartido", "clientes, ciudades"), FULL),
    ]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 920 246" width="920" height="246">'
        f'<rect width="920" height="246" fill="{PAPER}"/>' + "".join(parts) + "</svg>"
    )
