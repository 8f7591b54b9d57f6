"""A CSV file in which only those fields change that are set: all others keep their bytes."""

import re
from dataclasses import dataclass

from grader.errors import TableError

BOM = b"\xef\xbb\xbf"


@dataclass
class Table:
    """Rows of fields as they are written, each row with its line end."""

    rows: list[list[str]]
    ends: list[str]
    delimiter: str
    bom: bool

    def value(self, row: int, column: int) -> str:
        """What a field says, empty when the row is too short."""
        raw = self.rows[row][column] if column < len(self.rows[row]) else ""
        return raw[1:-1].replace('""', '"') if raw.startswith('"') else raw

    def set(self, row: int, column: int, value: str) -> None:
        """Write a field, quoted where that is needed."""
        fields = self.rows[row]
        fields += [""] * (column + 1 - len(fields))
        quoted = (
            any(c in value for c in (self.delimiter, '"', "\r", "\n")) or value != value.strip()
        )
        fields[column] = '"' + value.replace('"', '""') + '"' if quoted else value

    def header(self) -> list[str]:
        return [self.value(0, column).strip() for column in range(len(self.rows[0]))]

    def data(self) -> bytes:
        lines = zip(self.rows, self.ends, strict=True)
        text = "".join(self.delimiter.join(fields) + end for fields, end in lines)
        return (BOM if self.bom else b"") + text.encode("utf-8", "replace")


def read(data: bytes) -> Table:
    """The table in a file of UTF-8, separated by commas, semicolons or tabs; raises TableError."""
    try:
        text = data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise TableError("not UTF-8: give the file as it was exported, not saved again") from error
    if not text.strip() or "\0" in text:
        raise TableError("no table of text: give the CSV file as it was exported")
    tables = [_split(text, delimiter) for delimiter in ",;\t"]
    rows, ends, delimiter = max(tables, key=lambda table: len(table[0][0]) if table[0] else 0)
    if not rows:
        raise TableError("no CSV file: quotes do not pair up; give the file as it was exported")
    return Table(rows, ends, delimiter, data.startswith(BOM))


def _split(text: str, delimiter: str) -> tuple[list[list[str]], list[str], str]:
    """Rows, line ends and the delimiter; no rows when quotes do not fit it."""
    field = re.compile(rf'("[^"]*(?:""[^"]*)*"|[^"{delimiter}\r\n]*)({delimiter}|\r\n|\r|\n|\Z)')
    rows: list[list[str]] = [[]]
    ends: list[str] = []
    position = 0
    while match := field.match(text, position):
        raw, end = match.groups()
        rows[-1].append(raw)
        position = match.end()
        if end != delimiter:
            ends.append(end)
            if position == len(text):
                return rows, ends, delimiter
            rows.append([])
    return [], [], delimiter
