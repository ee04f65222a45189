"""Figures of the sample."""

WORDS = {"en": ("sales", "report"), "es": ("ventas", "informe")}


def two_boxes(lang):
    boxes = "".join(
        f'<rect x="{x}" y="10" width="120" height="50" fill="none" stroke="black"/>'
        f'<text x="{x + 60}" y="40" font-size="16" text-anchor="middle">{word}</text>'
        for x, word in zip((10, 190), WORDS[lang])
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 70" width="320" height="70">'
        f'{boxes}<path d="M130 35 L190 35" stroke="black"/></svg>'
    )
