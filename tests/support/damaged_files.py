"""What happens to the files of notebooks, all of whose answers stay legible.

Each takes a notebook and where it is to be damaged, as in `damage`, and gives the bytes of a file.
"""

import json
import quopri
from collections.abc import Callable
from typing import Any

Notebook = dict[str, Any]
FILES: dict[str, Callable[[Notebook, Any], bytes]] = {}


def damage(function: Callable[[Notebook, Any], bytes]) -> Callable[[Notebook, Any], bytes]:
    FILES[function.__name__] = function
    return function


def saved(nb: Notebook) -> str:
    """The text of the file as Jupyter writes it: a line for each line of each cell."""
    cells = [cell | {"source": cell["source"].splitlines(keepends=True)} for cell in nb["cells"]]
    text = json.dumps(nb | {"cells": cells}, ensure_ascii=False, indent=1, sort_keys=True)
    return text + "\n"


def merged(ours: Notebook, theirs: Notebook) -> str:
    """A file with all cells in which two notebooks differ between git's markers."""
    lines = ["{", ' "cells": [']
    for n, (one, other) in enumerate(zip(ours["cells"], theirs["cells"], strict=True)):
        end = "," if n + 1 < len(ours["cells"]) else ""
        texts = [json.dumps(cell, ensure_ascii=False, indent=1) + end for cell in (one, other)]
        if texts[0] == texts[1]:
            lines += texts[:1]
        else:
            lines += ["<<<<<<< HEAD", texts[0], "=======", texts[1], ">>>>>>> origin/main"]
    rest = {name: value for name, value in ours.items() if name != "cells"}
    return "\n".join([*lines, " ],", json.dumps(rest, indent=1)[2:], ""])


def counted(nb: Notebook, count: int) -> Notebook:
    cells = [
        cell | ({"execution_count": count} if cell["cell_type"] == "code" else {})
        for cell in nb["cells"]
    ]
    return nb | {"cells": cells}


@damage
def old_tail_behind_the_json(nb: Notebook, where: Any) -> bytes:
    return saved(nb).encode("utf-8") + saved(nb)[-700:].encode("utf-8")


@damage
def nuls_behind_the_json(nb: Notebook, where: Any) -> bytes:
    return saved(nb).encode("utf-8") + bytes(4096)


@damage
def conflict_around_counts(nb: Notebook, where: Any) -> bytes:
    text = saved(counted(nb, 7))
    both = (
        '<<<<<<< HEAD\n   "execution_count": 7,\n=======\n   "execution_count": 12,\n>>>>>>> 1f2e\n'
    )
    return text.replace('   "execution_count": 7,\n', both).encode("utf-8")


@damage
def conflict_around_the_same_answers(nb: Notebook, where: Any) -> bytes:
    return merged(counted(nb, 1), counted(nb, 3)).encode("utf-8")


@damage
def conflict_with_another_answer(nb: Notebook, where: Any) -> bytes:
    other = [
        cell | {"source": where.other_answer} if _is_answer(cell, where) else cell
        for cell in nb["cells"]
    ]
    return merged(nb, nb | {"cells": other}).encode("utf-8")


@damage
def control_characters_in_an_output(nb: Notebook, where: Any) -> bytes:
    output = {"output_type": "stream", "name": "stdout", "text": "\x1b[31m 12%\r 99%\x00\n\tdone"}
    cells = [
        cell | ({"outputs": [output]} if cell["cell_type"] == "code" else {})
        for cell in nb["cells"]
    ]
    escaped = json.dumps(output["text"])
    raw = '"' + output["text"] + '"'
    return json.dumps(nb | {"cells": cells}).replace(escaped, raw).encode("utf-8")


@damage
def line_ends_not_escaped(nb: Notebook, where: Any) -> bytes:
    return json.dumps(nb, ensure_ascii=False).replace("\\n", "\n").encode("utf-8")


@damage
def saved_as_cp949(nb: Notebook, where: Any) -> bytes:
    return saved(nb).encode("cp949", "replace")


@damage
def last_lines_missing(nb: Notebook, where: Any) -> bytes:
    text = saved(nb | {"metadata": {"kernelspec": {"name": "python3"}, "language": "x" * 50}})
    return text[: text.rindex('"language"') + 30].encode("utf-8")


@damage
def comments_and_stray_commas(nb: Notebook, where: Any) -> bytes:
    text = (
        saved(nb).replace("\n  },\n", "\n  },\n  // next, # cell\n").replace("\n   ],", "\n   ,],")
    )
    return ("/* mine */\n" + text.rstrip().removesuffix("}") + ",\n}").encode("utf-8")


@damage
def lines_without_their_ends(nb: Notebook, where: Any) -> bytes:
    cells = [cell | {"source": cell["source"].split("\n")} for cell in nb["cells"]]
    return json.dumps(nb | {"cells": cells}).encode("utf-8")


@damage
def nothing_among_the_cells(nb: Notebook, where: Any) -> bytes:
    return saved(nb).replace("\n  },\n", "\n  },\n  null,\n", 1).encode("utf-8")


@damage
def format_as_text(nb: Notebook, where: Any) -> bytes:
    return json.dumps(nb | {"nbformat": "4"}).encode("utf-8")


@damage
def quotes_not_escaped_in_an_output(nb: Notebook, where: Any) -> bytes:
    output = {"output_type": "stream", "name": "stdout", "text": ['{"a": "b", "c": ""}\n', 'a "b"']}
    cells = [
        cell | ({"outputs": [output]} if cell["cell_type"] == "code" else {})
        for cell in nb["cells"]
    ]
    text = saved(nb | {"cells": cells})
    for line in output["text"]:
        text = text.replace(json.dumps(line), f'"{line}"'.replace("\n", "\\n"))
    return text.encode("utf-8")


@damage
def middle_of_a_conflict_left(nb: Notebook, where: Any) -> bytes:
    text = saved(counted(nb, 7))
    count = '   "execution_count": 7,\n'
    return text.replace(count, f"{count}=======\n{count}", 1).encode("utf-8")


@damage
def cited_in_a_mail(nb: Notebook, where: Any) -> bytes:
    return "".join(f"> {line}" for line in saved(nb).splitlines(keepends=True)).encode("utf-8")


@damage
def saved_as_quoted_printable(nb: Notebook, where: Any) -> bytes:
    return quopri.encodestring(saved(nb).encode("utf-8"))


@damage
def nuls_before_the_json(nb: Notebook, where: Any) -> bytes:
    return bytes(512) + saved(nb).encode("utf-8")


@damage
def first_line_missing(nb: Notebook, where: Any) -> bytes:
    return saved(nb).removeprefix("{\n").encode("utf-8")


@damage
def in_a_list(nb: Notebook, where: Any) -> bytes:
    return f"[{saved(nb)}]".encode()


@damage
def as_the_server_answers(nb: Notebook, where: Any) -> bytes:
    return json.dumps({"name": "a.ipynb", "type": "notebook", "content": nb}).encode("utf-8")


@damage
def json_within_a_string(nb: Notebook, where: Any) -> bytes:
    return json.dumps(saved(nb)).encode("utf-8")


def _is_answer(cell: Notebook, where: Any) -> bool:
    return bool(cell["metadata"].get("nbgrader", {}).get("grade_id") == where.exercise)
