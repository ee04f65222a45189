"""Rules 2 to 4: from bytes to records, character by character, after RFC 4180 and the rules."""

import re
from dataclasses import dataclass

from texts import say
from values import stripped

UTF8_BOM = b"\xef\xbb\xbf"
UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")


class Defect(Exception):
    """What makes a whole file unreadable: the key of a text, and the facts that its sentence names."""

    def __init__(self, key, **facts):
        super().__init__(key)
        self.key = key
        self.facts = facts

    def sentence(self):
        return say(self.key, **self.facts)


@dataclass(frozen=True)
class Record:
    line: int
    fields: tuple


@dataclass(frozen=True)
class Source:
    """A file that was read: how it was written, its header and its rows."""

    file: str
    encoding: str
    bom: bool
    delimiter: str
    header: tuple
    rows: tuple
    columns: dict
    counted: int

    def is_ragged(self, row):
        return len(row.fields) != len(self.header)

    def value(self, row, name):
        return row.fields[self.columns[name]]


def read(path, required):
    if not path.is_file():
        raise Defect("missing_file", file=path.name, folder=path.parent)
    data = path.read_bytes()
    text, encoding = decode(data, path.name)
    try:
        delimiter = choose_delimiter(text)
        all_records = tuple(records(text, delimiter))
    except Defect as defect:
        defect.facts["file"] = path.name
        raise
    header = all_records[0].fields if all_records else ()
    columns = find_columns(path.name, header, required)
    counted = max(count_records(text, delimiter) - 1, 0)
    return Source(path.name, encoding, data.startswith(UTF8_BOM), delimiter, header, all_records[1:], columns, counted)


def decode(data, file):
    if data.startswith(UTF16_BOMS):
        raise Defect("utf16_bom", file=file, found=data[:2].hex(" ").upper())
    if b"\0" in data:
        raise Defect("nul_byte", file=file, line=data[: data.index(b"\0")].count(b"\n") + 1)
    data = data.removeprefix(UTF8_BOM)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def choose_delimiter(text):
    """The one that cuts the header into more fields. One under which the header is no record at all is out."""
    widths, defects = {}, {}
    for delimiter in ",;":
        try:
            widths[delimiter] = len(next(records(text, delimiter), Record(1, ())).fields)
        except Defect as defect:
            defects[delimiter] = defect
    if not widths:
        raise defects[","]
    return max(widths, key=widths.get)  # the first of equals, which is the comma


def records(text, delimiter):
    """Every record with the number of the line where it begins. A line without a character is none."""
    at, line = 0, 1
    while at < len(text):
        if line_end(text, at):
            at, line = at + line_end(text, at), line + 1
            continue
        begins, fields = line, []
        while True:
            if text[at : at + 1] == '"':
                field, at, line = quoted_field(text, at, line, delimiter)
            else:
                field, at = unquoted_field(text, at, delimiter)
            fields.append(field)
            if text[at : at + 1] != delimiter:
                break
            at += 1
        if at < len(text):
            at, line = at + line_end(text, at), line + 1
        yield Record(begins, tuple(fields))


def line_end(text, at):
    """The length of the line end that stands here: 2 for CRLF, 1 for LF, 0 for none. A lone CR is text."""
    if text.startswith("\r\n", at):
        return 2
    return 1 if text.startswith("\n", at) else 0


def unquoted_field(text, at, delimiter):
    begins = at
    while at < len(text) and text[at] != delimiter and not line_end(text, at):
        at += 1
    return text[begins:at], at


def quoted_field(text, at, line, delimiter):
    opens, content = line, []
    at += 1
    while True:
        if at == len(text):
            raise Defect("unclosed_quote", line=opens)
        if text.startswith('""', at):
            content.append('"')
            at += 2
        elif text[at] == '"':
            break
        else:
            line += text[at] == "\n"
            content.append(text[at])
            at += 1
    at += 1
    if at < len(text) and text[at] != delimiter and not line_end(text, at):
        raise Defect("text_after_quote", line=opens, found=repr(text[at]), delimiter=delimiter)
    return "".join(content), at, line


def find_columns(file, header, required):
    """Where each required column stands."""
    names = [stripped(name).lower() for name in header]
    missing = [name for name in required if name not in names]
    if missing:
        found = ", ".join(names) or "-"
        raise Defect("missing_columns", file=file, missing=", ".join(missing), found=found)
    repeated = [name for name in required if names.count(name) > 1]
    if repeated:
        raise Defect("repeated_columns", file=file, repeated=", ".join(repeated))
    return {name: names.index(name) for name in required}


def count_records(text, delimiter):
    """The second reader of rule 14: it shares nothing with records(), so one that loses a row shows."""
    field = rf'(?:"(?:[^"]|"")*"|(?!")(?:(?!\r\n)[^{delimiter}\n])*)'
    record = re.compile(rf"{field}(?:{delimiter}{field})*(?=\r?\n|\Z)")
    count, at = 0, 0
    while at < len(text):
        match = record.match(text, at)
        if match is None:
            raise AssertionError(f"the second reader stops at character {at}, where the first one went on")
        count += match.end() > at
        at = match.end()
        at += 2 if text.startswith("\r\n", at) else 1
    return count
