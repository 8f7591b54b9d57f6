"""A student's file under other names: what may be shown of it, and nothing that cannot be read.

Of a notebook the cells stay, with their texts and printed outputs. Pictures, attachments and what
programs wrote beside the cells go: nobody can say whom they show.
"""

import json
from typing import Any

from grader.classroom.pseudonyms import Pseudonyms

_CELL = {"nbgrader", "tags", "lang", "given", "withheld"}  # metadata that stay
_BOOK = {"kernelspec", "language_info"}
_SHOWN = {"text/plain", "text/html", "text/markdown", "text/latex"}


def disguised(data: bytes, names: Pseudonyms) -> bytes | None:
    """A file with other names; None where it is no text, or goes too deep."""
    text = _text(data)
    if text is None:
        return None
    try:
        content = json.loads(text)
    except ValueError:
        return names.text(text).encode("utf-8", "replace")
    except RecursionError:
        return None
    try:
        changed = names.value(_notebook(content) if _is_notebook(content) else content)
    except RecursionError:
        return None
    return (json.dumps(changed, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _text(data: bytes) -> str | None:
    if b"\0" in data and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return None
    encodings = ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp949"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _is_notebook(content: object) -> bool:
    return isinstance(content, dict) and ("cells" in content or "worksheets" in content)


def _notebook(content: dict[str, Any]) -> dict[str, Any]:
    """A notebook of any format without what nobody can look through."""
    cells = content.get("cells")
    kept = {"cells": [_cell(each) for each in cells]} if isinstance(cells, list) else {}
    sheets = content.get("worksheets")
    if isinstance(sheets, list):
        kept["worksheets"] = [_notebook(each) for each in sheets if isinstance(each, dict)]
    return content | {"metadata": _only(content.get("metadata"), _BOOK)} | kept


def _cell(cell: object) -> object:
    if not isinstance(cell, dict):
        return cell
    outputs = cell.get("outputs")
    kept = {"metadata": _only(cell.get("metadata"), _CELL)}
    if isinstance(outputs, list):
        kept["outputs"] = [_output(each) for each in outputs if isinstance(each, dict)]
    return {name: value for name, value in cell.items() if name != "attachments"} | kept


def _output(output: dict[str, Any]) -> dict[str, Any]:
    """An output with its texts alone; format 3 has these beside its pictures."""
    pictures = {name for name in output if name in ("png", "jpeg", "svg", "pdf", "javascript")}
    kept = {name: value for name, value in output.items() if name not in pictures}
    kept |= {"metadata": {}} if "metadata" in output else {}
    return kept | ({"data": _only(output["data"], _SHOWN)} if "data" in output else {})


def _only(values: object, wanted: set[str]) -> Any:
    found = values if isinstance(values, dict) else {}
    return {name: value for name, value in found.items() if name in wanted}
