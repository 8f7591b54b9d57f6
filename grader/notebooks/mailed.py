"""What a mail does to a text that somebody pasted or saved out of it, undone."""

import quopri
import re

_LONGEST_LINE = 76  # of quoted-printable, without its end
_NO_CODE = re.compile(rb"=(?!\r?\n|[0-9A-Fa-f]{2}|[0-9A-Fa-f]?\Z)")
_BROKEN_LINE = re.compile(rb"=\r?\n")
_CITED = re.compile(rb"^(?:>[ \t]?)+", re.MULTILINE)


def unmailed(data: bytes) -> bytes:
    """The text without the codes of quoted-printable and without `>` before its lines.

    Only where all of it is so: otherwise as it came.
    """
    if _is_quoted_printable(data):
        data = quopri.decodestring(data)
    if _is_cited(data):
        data = _CITED.sub(b"", data)
    return data


def _is_quoted_printable(data: bytes) -> bool:
    if not data.isascii() or not _BROKEN_LINE.search(data) or _NO_CODE.search(data):
        return False
    return all(len(line.rstrip(b"\r")) <= _LONGEST_LINE for line in data.split(b"\n"))


def _is_cited(data: bytes) -> bool:
    lines = (line for line in data.split(b"\n") if line.strip())
    return data.lstrip().startswith(b">") and all(line.startswith(b">") for line in lines)
