"""What happens to notebooks on their way: a function for each damage.

Each takes a notebook, as JSON holds it, and where it is to be damaged; it changes the notebook, or
returns the bytes of a file. `ALL` has them by name.
"""

import copy
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from grader.sample import as_colab_saves
from tests.support.damaged_files import FILES

Cell = dict[str, Any]
Notebook = dict[str, Any]


@dataclass(frozen=True)
class Where:
    """The exercise that is damaged, what was released, and another answer to it."""

    exercise: str
    release: Notebook
    other_language: Notebook
    other_answer: str


Damage = Callable[[Notebook, Where], bytes | None]
ALL: dict[str, Damage] = {}


def damage(function: Damage) -> Damage:
    ALL[function.__name__] = function
    return function


def damaged(nb: Notebook, where: Where, *names: str) -> bytes:
    """The file of a notebook after these damages, those to the file itself last."""
    nb = json.loads(json.dumps(nb))
    file = None
    for name in sorted(names, key=list(ALL).index):
        if file is not None:
            nb = json.loads(file)
        file = ALL[name](nb, where)
    return file if file is not None else json.dumps(nb, ensure_ascii=False).encode("utf-8")


# --- where things are ---


def marks(cell: Cell) -> dict[str, Any]:
    return cell["metadata"].get("nbgrader", {})


def is_answer(cell: Cell) -> bool:
    return bool(marks(cell).get("solution"))


def is_test(cell: Cell) -> bool:
    return bool(re.fullmatch(r".+-\d+", str(marks(cell).get("grade_id"))))


def at(nb: Notebook, exercise: str) -> int:
    """The index of an exercise's answer."""
    return next(n for n, cell in enumerate(nb["cells"]) if marks(cell).get("grade_id") == exercise)


def answer(nb: Notebook, where: Where) -> Cell:
    return nb["cells"][at(nb, where.exercise)]


def tests(nb: Notebook, where: Where) -> list[Cell]:
    names = [marks(cell).get("grade_id", "").rpartition("-")[0] for cell in nb["cells"]]
    return [
        c
        for c, name in zip(nb["cells"], names, strict=True)
        if name == where.exercise and is_test(c)
    ]


def next_answer(nb: Notebook, where: Where) -> Cell:
    """The answer that follows the exercise's, or the one before the last."""
    found = [cell for cell in nb["cells"] if is_answer(cell)]
    here = found.index(answer(nb, where))
    return found[here + 1] if here + 1 < len(found) else found[here - 1]


def new_id(cell: Cell) -> Cell:
    return cell | {"id": f"{cell['id'][:50]}-copy"} if "id" in cell else cell


def other_copy(cell: Cell, source: str | None = None) -> Cell:
    """As JupyterLab pastes a cell: with its metadata, and another id."""
    copied = new_id(copy.deepcopy(cell))
    return copied if source is None else copied | {"source": source}


def unmarked(cell: Cell) -> None:
    cell["metadata"] = {}


def fresh(cell: Cell) -> None:
    """As if typed anew: neither metadata nor an id that is known."""
    unmarked(cell)
    cell.update(new_id(cell))


# --- what stands in cells ---


def each_line(nb: Notebook, change: Callable[[str], str]) -> None:
    for cell in nb["cells"]:
        if cell["cell_type"] == "code":
            cell["source"] = "\n".join(map(change, cell["source"].split("\n")))


def on_top(cell: Cell, line: str) -> None:
    cell["source"] = f"{line}\n{cell['source']}"


@damage
def pip_in_the_answer(nb: Notebook, where: Where) -> None:
    on_top(answer(nb, where), "!pip install -q tokenizers")


@damage
def form_comments(nb: Notebook, where: Where) -> None:
    for number, cell in enumerate(nb["cells"]):
        if cell["cell_type"] == "code":
            on_top(cell, f"#@title Cell {number}")
            cell["metadata"]["cellView"] = "form"


@damage
def output_captured(nb: Notebook, where: Where) -> None:
    on_top(answer(nb, where), "%%capture")


@damage
def no_break_spaces(nb: Notebook, where: Where) -> None:
    each_line(nb, lambda line: line.replace(" ", "\u00a0"))


@damage
def zero_width_spaces(nb: Notebook, where: Where) -> None:
    each_line(nb, lambda line: line and f"\u200b{line}")


@damage
def curly_quotes(nb: Notebook, where: Where) -> None:
    cell = answer(nb, where)
    parts = cell["source"].split('"')
    quoted = [part + "“”"[n % 2] for n, part in enumerate(parts[:-1])]
    cell["source"] = "".join([*quoted, parts[-1]])


@damage
def hangul_taken_apart(nb: Notebook, where: Where) -> None:
    for cell in nb["cells"]:
        cell["source"] = unicodedata.normalize("NFD", cell["source"])


@damage
def spaces_at_line_ends(nb: Notebook, where: Where) -> None:
    each_line(nb, lambda line: line + "  ")


@damage
def the_other_languages_texts(nb: Notebook, where: Where) -> None:
    """The second half of the notebook was copied from the release in the other language."""
    texts = [cell for cell in where.other_language["cells"] if cell["cell_type"] == "markdown"]
    other = {cell["id"].rpartition("-")[0]: cell for cell in texts}
    for n in range(len(nb["cells"]) // 2, len(nb["cells"])):
        cell = nb["cells"][n]
        if cell["cell_type"] == "markdown" and "id" in cell:
            nb["cells"][n] = copy.deepcopy(other.get(cell["id"].rpartition("-")[0], cell))


@damage
def the_other_languages_release(nb: Notebook, where: Where) -> None:
    """The answers in the notebook of the other language."""
    answers = {marks(c)["grade_id"]: c["source"] for c in nb["cells"] if is_answer(c)}
    nb["cells"] = copy.deepcopy(where.other_language["cells"])
    for cell in nb["cells"]:
        cell["source"] = answers.get(marks(cell).get("grade_id"), cell["source"])


@damage
def foreign_kernel(nb: Notebook, where: Where) -> None:
    nb["metadata"] = {"kernelspec": {"name": "ir", "display_name": "R", "language": "R"}}
    nb["metadata"]["language_info"] = {"name": "R", "version": "4.4.1"}


# --- tests and marks changed ---


@damage
def test_edited_to_pass(nb: Notebook, where: Where) -> None:
    tests(nb, where)[0]["source"] = "pass"


@damage
def test_extended(nb: Notebook, where: Where) -> None:
    tests(nb, where)[0]["source"] += "\nprint('all is well')\nwordpiece = None"


@damage
def tests_emptied(nb: Notebook, where: Where) -> None:
    for cell in tests(nb, where):
        cell["source"] = ""


@damage
def tests_flipped_to_solutions(nb: Notebook, where: Where) -> None:
    for cell in tests(nb, where):
        marks(cell).update(grade=False, solution=True, locked=False)


@damage
def points_changed(nb: Notebook, where: Where) -> None:
    for cell in tests(nb, where):
        marks(cell)["points"] = 1000


@damage
def points_removed(nb: Notebook, where: Where) -> None:
    for cell in tests(nb, where):
        del marks(cell)["points"]


@damage
def answer_flipped_to_a_test(nb: Notebook, where: Where) -> None:
    marks(answer(nb, where)).update(grade=True, solution=False, points=50)


@damage
def schema_version_of_the_past(nb: Notebook, where: Where) -> None:
    for cell in filter(marks, nb["cells"]):
        marks(cell)["schema_version"] = 2


@damage
def schema_version_forged(nb: Notebook, where: Where) -> None:
    marks(answer(nb, where))["schema_version"] = "99"


@damage
def marks_of_a_wrong_kind(nb: Notebook, where: Where) -> None:
    marks(tests(nb, where)[0]).update(points="many", extra={"a": []}, task=True, locked=[])


@damage
def tagged_to_be_skipped(nb: Notebook, where: Where) -> None:
    for cell in nb["cells"]:
        cell["metadata"]["tags"] = ["skip-execution", "raises-exception", "remove-cell"]


@damage
def labels_exchanged_among_tests(nb: Notebook, where: Where) -> None:
    first, last = tests(nb, where)[0], [cell for cell in nb["cells"] if is_test(cell)][-1]
    first["metadata"], last["metadata"] = last["metadata"], first["metadata"]


# --- cells copied, split, merged, moved, deleted, retyped ---


@damage
def copied(nb: Notebook, where: Where) -> None:
    here = at(nb, where.exercise)
    nb["cells"].insert(here + 1, other_copy(nb["cells"][here]))


@damage
def copied_before_it_was_answered(nb: Notebook, where: Where) -> None:
    stub = answer(where.release, where)["source"]
    here = at(nb, where.exercise)
    nb["cells"].insert(here, other_copy(nb["cells"][here], stub))


@damage
def untouched_copy_below(nb: Notebook, where: Where) -> None:
    stub = answer(where.release, where)["source"]
    here = at(nb, where.exercise)
    nb["cells"].insert(here + 1, other_copy(nb["cells"][here], stub))


@damage
def copied_with_another_answer(nb: Notebook, where: Where) -> None:
    here = at(nb, where.exercise)
    nb["cells"].insert(here + 1, other_copy(nb["cells"][here], where.other_answer))


@damage
def everything_copied(nb: Notebook, where: Where) -> None:
    nb["cells"] += [other_copy(cell) for cell in nb["cells"]]


@damage
def test_copied(nb: Notebook, where: Where) -> None:
    first = tests(nb, where)[0]
    nb["cells"].insert(nb["cells"].index(first), other_copy(first))


def cut(nb: Notebook, where: Where, line: int, *, label: bool) -> None:
    here = at(nb, where.exercise)
    cell = nb["cells"][here]
    whole = cell["source"].split("\n")
    if len(whole) < 2:
        return
    line = max(1, min(line, len(whole) - 1))
    rest = other_copy(cell, "\n".join(whole[line:]))
    if not label:
        fresh(rest)
    cell["source"] = "\n".join(whole[:line])
    nb["cells"].insert(here + 1, rest)


@damage
def split_in_the_middle(nb: Notebook, where: Where) -> None:
    """As JupyterLab does it: both halves keep the metadata."""
    cut(nb, where, answer(nb, where)["source"].count("\n") // 2 + 1, label=True)


@damage
def split_below_its_first_line(nb: Notebook, where: Where) -> None:
    cut(nb, where, 1, label=False)


@damage
def split_above_its_last_line(nb: Notebook, where: Where) -> None:
    cut(nb, where, answer(nb, where)["source"].count("\n"), label=False)


@damage
def merged_with_its_test(nb: Notebook, where: Where) -> None:
    cell, first = answer(nb, where), tests(nb, where)[0]
    cell["source"] += "\n\n" + first["source"]
    nb["cells"].remove(first)


@damage
def merged_with_its_tests_without_a_label(nb: Notebook, where: Where) -> None:
    cell = answer(nb, where)
    for test in tests(nb, where):
        cell["source"] += "\n\n" + test["source"]
        nb["cells"].remove(test)
    fresh(cell)


@damage
def merged_with_the_text_above(nb: Notebook, where: Where) -> None:
    here = at(nb, where.exercise)
    above, cell = nb["cells"][here - 1], nb["cells"][here]
    above["source"] += "\n\n" + cell["source"]
    del nb["cells"][here]


@damage
def merged_with_another_answer(nb: Notebook, where: Where) -> None:
    one, other = answer(nb, where), next_answer(nb, where)
    first, second = sorted((one, other), key=nb["cells"].index)
    first["source"] += "\n\n\n" + second["source"]
    nb["cells"].remove(second)


@damage
def answer_moved_to_the_end(nb: Notebook, where: Where) -> None:
    nb["cells"].append(nb["cells"].pop(at(nb, where.exercise)))


@damage
def answer_moved_to_the_front(nb: Notebook, where: Where) -> None:
    nb["cells"].insert(0, nb["cells"].pop(at(nb, where.exercise)))


@damage
def tests_moved_to_the_front(nb: Notebook, where: Where) -> None:
    moved = tests(nb, where)
    nb["cells"] = moved + [cell for cell in nb["cells"] if cell not in moved]


@damage
def answers_exchanged(nb: Notebook, where: Where) -> None:
    cells = nb["cells"]
    here, there = at(nb, where.exercise), cells.index(next_answer(nb, where))
    cells[here], cells[there] = cells[there], cells[here]


@damage
def everything_reversed(nb: Notebook, where: Where) -> None:
    nb["cells"].reverse()


@damage
def answer_deleted(nb: Notebook, where: Where) -> None:
    del nb["cells"][at(nb, where.exercise)]


@damage
def tests_deleted(nb: Notebook, where: Where) -> None:
    gone = tests(nb, where)
    nb["cells"] = [cell for cell in nb["cells"] if cell not in gone]


@damage
def all_tests_deleted(nb: Notebook, where: Where) -> None:
    nb["cells"] = [cell for cell in nb["cells"] if not is_test(cell)]


@damage
def given_code_deleted(nb: Notebook, where: Where) -> None:
    """The first two cells, which prepare the notebook and import, and every other given one."""
    given = [c for c in where.release["cells"] if c["cell_type"] == "code" and not marks(c)]
    texts = {cell["source"] for cell in given}
    nb["cells"] = [cell for cell in nb["cells"] if cell["source"] not in texts]


@damage
def texts_deleted(nb: Notebook, where: Where) -> None:
    texts = {c["source"] for c in where.release["cells"] if c["cell_type"] == "markdown"}
    nb["cells"] = [cell for cell in nb["cells"] if cell["source"] not in texts]


def retype(cell: Cell, kind: str) -> None:
    cell["cell_type"] = kind
    for name in ("outputs", "execution_count"):
        cell.pop(name, None)
    cell.update({"outputs": [], "execution_count": None} if kind == "code" else {})


@damage
def answer_turned_into_text(nb: Notebook, where: Where) -> None:
    retype(answer(nb, where), "markdown")


@damage
def answer_turned_into_a_raw_cell_without_a_label(nb: Notebook, where: Where) -> None:
    cell = answer(nb, where)
    retype(cell, "raw")
    fresh(cell)


@damage
def tests_turned_into_text(nb: Notebook, where: Where) -> None:
    for cell in tests(nb, where):
        retype(cell, "markdown")


@damage
def texts_turned_into_code(nb: Notebook, where: Where) -> None:
    for cell in nb["cells"]:
        if cell["cell_type"] == "markdown":
            retype(cell, "code")


# --- metadata and ids lost ---


@damage
def grade_ids_lost(nb: Notebook, where: Where) -> None:
    for cell in nb["cells"]:
        marks(cell).pop("grade_id", None)


@damage
def metadata_of_the_exercise_lost(nb: Notebook, where: Where) -> None:
    for cell in [answer(nb, where), *tests(nb, where)]:
        fresh(cell)


@damage
def every_other_cells_metadata_lost(nb: Notebook, where: Where) -> None:
    for cell in nb["cells"][at(nb, where.exercise) % 2 :: 2]:
        unmarked(cell)


@damage
def all_metadata_lost(nb: Notebook, where: Where) -> None:
    for cell in nb["cells"]:
        unmarked(cell)


@damage
def all_metadata_and_ids_lost(nb: Notebook, where: Where) -> None:
    for number, cell in enumerate(nb["cells"]):
        unmarked(cell)
        cell["id"] = f"{number:08x}"


@damage
def ids_missing(nb: Notebook, where: Where) -> None:
    for cell in nb["cells"]:
        cell.pop("id", None)


@damage
def ids_doubled(nb: Notebook, where: Where) -> None:
    for cell in nb["cells"]:
        cell["id"] = nb["cells"][0].get("id", "one")


@damage
def ids_shifted(nb: Notebook, where: Where) -> None:
    ids = [cell.get("id", f"a{number}") for number, cell in enumerate(nb["cells"])]
    for cell, name in zip(nb["cells"], [*ids[1:], ids[0]], strict=True):
        cell["id"] = name


# --- the file ---


@damage
def windows_line_ends(nb: Notebook, where: Where) -> bytes:
    for cell in nb["cells"]:
        cell["source"] = cell["source"].replace("\n", "\r\n")
    return json.dumps(nb).encode("utf-8")


@damage
def saved_by_colab(nb: Notebook, where: Where) -> bytes:
    for number, cell in enumerate(nb["cells"]):
        cell.setdefault("id", f"a{number}")
        cell.setdefault("outputs", [])
    return as_colab_saves(nb).encode("utf-8")  # type: ignore[arg-type]


@damage
def format_4_0(nb: Notebook, where: Where) -> bytes:
    for cell in nb["cells"]:
        cell.pop("id", None)
        cell["source"] = cell["source"].splitlines(keepends=True)
    return json.dumps(nb | {"nbformat_minor": 0}).encode("utf-8")


@damage
def format_3(nb: Notebook, where: Where) -> bytes:
    cells = []
    for cell in nb["cells"]:
        old = {name: cell[name] for name in ("cell_type", "metadata", "source")}
        if cell["cell_type"] == "code":
            old |= {"input": old.pop("source"), "language": "python", "collapsed": False}
            old |= {"outputs": [], "prompt_number": 7}
        cells.append(old)
    metadata = {"name": "", "signature": "sha256:0"}
    sheets = [{"cells": cells, "metadata": {}}]
    old_nb = {"worksheets": sheets, "metadata": metadata, "nbformat": 3, "nbformat_minor": 0}
    return json.dumps(old_nb).encode("utf-8")


@damage
def byte_order_mark(nb: Notebook, where: Where) -> bytes:
    return json.dumps(nb, ensure_ascii=False).encode("utf-8-sig")


@damage
def saved_as_utf_16(nb: Notebook, where: Where) -> bytes:
    return json.dumps(nb, ensure_ascii=False).encode("utf-16")


@damage
def broken_outputs(nb: Notebook, where: Where) -> bytes:
    for cell in nb["cells"]:
        cell["outputs"] = [{"what": 1}, None]
    return json.dumps(nb).encode("utf-8")


ALL |= FILES

# Two damages of which the second takes away what the first left, so that nobody could tell.
_HOPELESS = {
    "copied_with_another_answer": {
        "merged_with_the_text_above",
        "merged_with_another_answer",  # one cell with two definitions: Python takes the last
        "answer_turned_into_a_raw_cell_without_a_label",
    },
    "split_below_its_first_line": {"merged_with_the_text_above"},
    "answer_deleted": {  # the answer, or a part of it, is still there
        name
        for name in ALL
        if name.startswith(("copied", "merged", "everything", "split", "conflict_with"))
    },
}


def pairs() -> Iterator[tuple[str, str]]:
    """Every two damages that can happen one after the other."""
    files = list(ALL)[list(ALL).index("windows_line_ends") :]
    for one, other in combinations(ALL, 2):
        hopeless = other in _HOPELESS.get(one, ()) or one in _HOPELESS.get(other, ())
        if one not in files and not hopeless:
            yield one, other
