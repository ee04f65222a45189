"""A CSV file in the making: rows that know what was planted in them, and how the file is to be written."""

from dataclasses import dataclass, field


@dataclass
class Row:
    """`values` by column, or `fields` as they stand where a row does not fit the header, or `raw` for a whole line."""

    values: dict = field(default_factory=dict)
    fields: list | None = None
    raw: str | None = None
    unquoted: bool = False  # leave out the quotes that the format asks for
    plants: list = field(default_factory=list)

    def plant(self, kind, **facts):
        self.plants.append({"kind": kind, **facts})


@dataclass
class Sheet:
    file: str
    columns: list
    rows: list = field(default_factory=list)
    header: dict = field(default_factory=dict)  # column -> how its name is written, where that differs
    delimiter: str = ","
    line_ends: tuple = ("\n",)
    encoding: str = "utf-8"
    prefix: bytes = b""  # a BOM, say
    quoting: float = 0.0  # how often a field is quoted that need not be
    empty_lines: float = 0.0
    before_header: str = ""
    last_line_end: bool = True
    header_written: bool = True
    edits: list = field(default_factory=list)  # functions from bytes to bytes, applied last
    plants: list = field(default_factory=list)
    absent: bool = False

    def plant(self, kind, **facts):
        self.plants.append({"kind": kind, **facts})

    def planted(self):
        """What the manifest says of this file; rows are counted from 1 below the header, empty lines are not."""
        of_rows = [
            {"file": self.file, "row": number, **plant}
            for number, row in enumerate(self.rows, start=1)
            for plant in row.plants
        ]
        return [{"file": self.file, **plant} for plant in self.plants] + of_rows

    def render(self, rng):
        lines = []
        if self.header_written:
            names = [self.header.get(column, column) for column in self.columns]
            lines.append(self.line(rng, Row(fields=names)))
        for row in self.rows:
            if rng.random() < self.empty_lines:
                lines.append("")
            lines.append(self.line(rng, row))
        ends = [rng.choice(self.line_ends) for _ in lines]
        if ends and not self.last_line_end:
            ends[-1] = ""
        text = self.before_header + "".join(line + end for line, end in zip(lines, ends))
        # A character that Latin-1 lacks becomes a question mark.
        data = self.prefix + text.encode(self.encoding, "replace")
        for edit in self.edits:
            data = edit(data)
        return data

    def line(self, rng, row):
        if row.raw is not None:
            return row.raw
        fields = [row.values.get(column, "") for column in self.columns] if row.fields is None else row.fields
        return self.delimiter.join(text if row.unquoted else self.written(rng, text) for text in fields)

    def written(self, rng, text):
        must = text.startswith('"') or any(c in text for c in (self.delimiter, "\r", "\n"))
        # A quote inside stands for itself without quotes around, so both forms are tried.
        if must or rng.random() < max(self.quoting, 0.5 if '"' in text else 0.0):
            return '"' + text.replace('"', '""') + '"'
        return text
