"""Figures by code: a function for each, in source/figures/LESSON.py."""

import importlib.util
from xml.etree import ElementTree

from builder.texts import Problem


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
                yield from (Problem(cell.line, "figure.svg", cell.id, why) for why in wrong(self.svg(cell, language)))


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
