"""The picture of lesson L00."""

INK, PAPER, LINE, PAGE, KERNEL = "#1b1f24", "#ffffff", "#57606a", "#f3f6fa", "#fff4e5"
FONT, MONO = 'font-family="sans-serif"', 'font-family="monospace"'
WORDS = {
    "en": {
        "page": "the page", "kernel": "the kernel: a Java program", "run": "run", "shows": "show",
        "file": "L00.ipynb: the file", "saves": "save", "keeps": "text, code, what was shown",
        "restart": "a restart empties this box alone",
    },
    "es": {
        "page": "la página", "kernel": "el kernel: un programa de Java", "run": "ejecutar",
        "shows": "mostrar", "file": "L00.ipynb: el archivo", "saves": "guardar",
        "keeps": "texto, código, lo que se mostró", "restart": "reiniciar vacía solo este cuadro",
    },
}


def text(x, y, words, size=16, anchor="middle", font=FONT, weight="normal"):
    return f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}" fill="{INK}" {font}>{words}</text>'


def box(x, y, width, height, fill, dashes=""):
    dash = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="{fill}" stroke="{LINE}" stroke-width="2"{dash}/>'


def arrow(x, y, to_x, to_y):
    """A straight arrow, right, left or down."""
    if y == to_y:
        side = 1 if to_x > x else -1
        head = f"M{to_x} {to_y}l{-10 * side} -6v12z"
    else:
        head = f"M{to_x} {to_y}l-6 -10h12z"
    return f'<path d="M{x} {y}L{to_x} {to_y}" stroke="{INK}" stroke-width="2" fill="none"/><path d="{head}" fill="{INK}"/>'


def page_and_kernel(lang):
    say = WORDS[lang]
    parts = [f'<rect width="900" height="300" fill="{PAPER}"/>', box(20, 40, 340, 150, PAGE), text(190, 28, say["page"], 18, weight="bold")]
    for y, code in ((58, "Integer caja = …;"), (104, "caja"), (150, "int boletas = 14;")):
        parts += [box(40, y, 300, 32, PAPER), text(52, y + 22, code, 16, "start", MONO)]
    parts += [box(540, 40, 340, 150, KERNEL, "8 5"), text(710, 28, say["kernel"], 18, weight="bold")]
    parts += [text(566, 84, "caja = …", 16, "start", MONO), text(566, 118, "boletas = 14", 16, "start", MONO)]
    parts.append(text(710, 172, say["restart"], 16))
    parts += [arrow(364, 84, 536, 84), text(450, 74, say["run"], 16), arrow(536, 140, 364, 140), text(450, 162, say["shows"], 16)]
    parts += [arrow(190, 194, 190, 232), text(204, 218, say["saves"], 16, "start"), box(20, 236, 340, 54, PAPER)]
    parts += [text(190, 258, say["file"], 16, weight="bold"), text(190, 280, say["keeps"], 16)]
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 300" width="900" height="300">{"".join(parts)}</svg>'
