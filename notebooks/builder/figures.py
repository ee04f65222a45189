"""Figures by code: a function for each, in source/figures/LESSON.py."""

import importlib.util
import re
from xml.etree import ElementTree

from builder import facts
from builder.texts import Problem

# A number that could be a result: of three digits or more. A year is none.
NUMBER = re.compile(r"\d[\d.,]*\d")
YEAR = re.compile(r"20\d\d")
MILLION = 1_000_000


class Figures:
    """The functions of a lesson that draw; without the file there are none."""

    def __init__(self, lesson, folder):
        self.lesson, self.module = lesson, None
        path = folder / "figures" / f"{lesson.name}.py"
        if path.exists():
            spec = importlib.util.spec_from_file_location(f"figures_{lesson.name}", path)
            self.module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(self.module)

    def svg(self, cell, language):
        return getattr(self.module, cell.id.replace("-", "_"))(language).strip() + "\n"

    def problems(self):
        for cell in self.lesson.of_kind("figure"):
            name = cell.id.replace("-", "_")
            if not hasattr(self.module, name):
                yield Problem(cell.line, "figure.missing", self.lesson.name, name)
                continue
            for language in ("en", "es"):
                why = wrong(self.svg(cell, language))
                yield from (Problem(cell.line, "figure.svg", cell.id, each) for each in why)
                yield from () if why else self.loose(cell, language)

    def loose(self, cell, language):
        """Numbers of the picture, and of its alternative text, that are no facts of the lesson, rounded or in millions."""
        alternative = facts.QUOTE.sub(" ", cell.text(language).partition("\n\n")[0])
        known = [float(fact.words[0]) for fact in self.lesson.facts.values() if fact.words and facts.VALUE.fullmatch(fact.words[0])]
        for written in NUMBER.findall(" ".join([*ElementTree.fromstring(self.svg(cell, language)).itertext(), alternative])):
            if len(re.sub(r"\D", "", written)) >= 3 and not YEAR.fullmatch(written) and not is_known(written, language, known):
                yield Problem(cell.line, "figure.number", cell.id, written)


def is_known(written, language, known):
    thousands, point = ",." if language == "en" else ".,"
    plain = written.strip(".,").replace(thousands, "").replace(point, ".")
    decimals = len(plain.partition(".")[2])
    return any(f"{abs(value) / unit:.{decimals}f}" == plain for value in known for unit in (1, MILLION))


def wrong(svg):
    """Why a text is no figure of ours: not well formed, not an SVG, without a size, or with something from elsewhere."""
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        return [str(error)]
    why = [] if root.tag == "{http://www.w3.org/2000/svg}svg" else [root.tag]
    if "viewBox" not in root.attrib:
        why.append("viewBox")
    if float(root.get("width", "inf").removesuffix("px")) > 960:
        why.append("width > 960")
    for each in root.iter():
        links = [value for name, value in each.attrib.items() if name.endswith("href") and not value.startswith("#")]
        why += links + [each.tag for _ in "-" if each.tag.endswith(("}script", "}foreignObject"))]
        size = each.get("font-size", "14").removesuffix("px")
        why += [f"font-size {size}"] if float(size) < 14 else []
    return why
