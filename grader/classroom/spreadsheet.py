"""CSV tables that instructors open in a spreadsheet: read as it saves them, written for it."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from grader.errors import TableError
from grader.notebooks import files
from grader.notebooks.characters import composed

_CONTROL = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f]")
# What a spreadsheet would compute, wide and small forms too, which it takes for the same.
_SIGNS = "=+@\u207a\u207c\u208a\u208c\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20\\-"
_DELIMITERS = r",;|\t\r\n"
_BEFORE = r"(?:\"|[^\S\t\r\n])*"  # quotes and spaces, which a reader takes away
_NUMBER = r"[+-]\d[\d.,]*(e[+-]?\d+)?(?=$|[\s,;|)\]}])"
# Apostrophes before what a spreadsheet would compute if a cell began there: text does, and so does
# what follows a comma, a semicolon or a tab, since other machines split rows at those. There
# numbers, which messages are full of, and signs that stand alone are as they were.
_BEGINS = re.compile(
    rf"""^('*)(?=\s*[{_SIGNS}].|\s+[{_SIGNS}]|[\t\r\n].)
    |(?<=[{_DELIMITERS}])('*)(?!{_BEFORE}{_NUMBER})(?={_BEFORE}[{_SIGNS}][^{_DELIMITERS}]|[\t\r].)""",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)


def rows(file: Path, needed: str = "", *aliases: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV, each by its columns, with its line.

    UTF-8, with or without a BOM, UTF-16, or CP949, as Excel saves it; commas, semicolons or tabs.
    Values are stripped and NFC, empty rows are passed over. The column `needed` may be called by
    one of its aliases, and its case does not matter. Raises TableError and FileError.
    """
    text = _text(files.read_bytes(file))
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        columns = [name.strip() for name in next(reader, [])]
        names = {name.casefold() for name in (needed, *aliases)}
        columns = [needed if name.casefold() in names else name for name in columns]
        if needed and needed not in columns:
            there = ", ".join(columns) or "none"
            raise TableError(f"line 1: no column {needed}; there are {there}")
        for name in {n for n in columns if n and columns.count(n) > 1}:
            raise fault(1, name, "this column is there twice")
        for values in reader:
            stripped = [_plain(value.strip()) for value in values]
            if any(stripped[len(columns) :]):
                raise TableError(
                    f"line {reader.line_num}: {len(values)} values for {len(columns)} columns; "
                    "a value with a comma in it needs quotes"
                )
            if any(stripped):
                yield reader.line_num, dict(zip(columns, stripped, strict=False))
    except csv.Error as error:
        raise TableError(f"line {reader.line_num}: {error}") from error


def dumps(columns: Sequence[str], lines: Iterable[Sequence[str | float]]) -> bytes:
    """A CSV with a BOM, by which Excel knows UTF-8; what would be a formula is quoted."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    for line in lines:
        writer.writerow([harmless(value) if isinstance(value, str) else value for value in line])
    return text.getvalue().encode("utf-8-sig", "replace")


def write(file: Path, columns: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
    """Write a CSV whole, when that changes it or there is a line to write."""
    data = dumps(columns, lines)
    before = files.read_bytes(file) if file.is_file() else None
    if data != before and (lines or before):
        files.write_bytes(file, data)


def fault(line: int, column: str, what: str) -> TableError:
    """The error of one cell."""
    return TableError(f"line {line}, column {column}: {what}")


def _text(data: bytes) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp949"):
        try:
            return composed(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise TableError("neither UTF-8, UTF-16 nor CP949: save it as 'CSV UTF-8'")


def harmless(text: str) -> str:
    """Text that no spreadsheet runs as a formula: an apostrophe stands before what could be one.

    That is so wherever a cell could begin. Control characters other than line ends and tabs are
    dropped. What is read from a table is as it was before.
    """
    return _BEGINS.sub(lambda found: f"'{found[0]}", _CONTROL.sub("", text))


def _plain(value: str) -> str:
    return _BEGINS.sub(lambda found: found[0][1:], value)


def harmless_html(text: str) -> str:
    """The same of HTML, in which no mark can be added: signs are references, and look as before."""
    spaced = re.sub(r"[\t\r\n]+", " ", _CONTROL.sub("", text))
    return re.sub(f"[{_SIGNS}]", lambda sign: f"&#{ord(sign[0])};", spaced)
