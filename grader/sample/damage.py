"""What happens to honest notebooks on the way: in an editor, in Colab, on a disk."""

import codecs
import copy
import io
import json
import zipfile
from typing import Any

from nbformat import NotebookNode

from grader.notebooks import files, notebook
from grader.notebooks.names import bound_names

PDF = b"%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"

# --- to the cells ---


def without_metadata(nb: NotebookNode) -> NotebookNode:
    """As after copying cells into a new notebook: nothing of nbgrader's is left."""
    changed = copy.deepcopy(nb)
    for cell in changed.cells:
        cell.metadata = {}
    return changed


def one_answer_twice(nb: NotebookNode) -> NotebookNode:
    """The longest answer copied and pasted below, its nbgrader metadata too, and then undone."""
    changed = copy.deepcopy(nb)
    place = max(_solutions(changed), key=lambda place: len(changed.cells[place].source))
    pasted = copy.deepcopy(changed.cells[place])
    pasted.id = "pasted"
    pasted.source += "".join(f"\n\n{name} = None" for name in sorted(bound_names(pasted.source)))
    changed.cells.insert(place + 1, pasted)
    return changed


def tests_above(nb: NotebookNode) -> NotebookNode:
    """The last solution cell with test cells right below it, dragged below these."""
    changed = copy.deepcopy(nb)
    above = [at for at in _solutions(changed) if notebook.is_test(changed.cells[at + 1])]
    place = below = above[-1]
    while below + 1 < len(changed.cells) and notebook.is_test(changed.cells[below + 1]):
        below += 1
    changed.cells.insert(below, changed.cells.pop(place))
    return changed


def prints_in_tests(nb: NotebookNode) -> NotebookNode:
    """A line added to every test cell, to look at something."""
    changed = copy.deepcopy(nb)
    for cell in filter(notebook.is_test, changed.cells):
        cell.source = "print('here')\n" + cell.source
    return changed


def _solutions(nb: NotebookNode) -> list[int]:
    return [place for place, cell in enumerate(nb.cells) if notebook.is_solution(cell)]


# --- to the file ---


def saved(nb: NotebookNode) -> bytes:
    """The file as Jupyter writes it."""
    return files.dumps(nb).encode("utf-8")


def cut_short(nb: NotebookNode) -> bytes:
    """An upload that broke off."""
    data = saved(nb)
    return data[: len(data) * 2 // 3]


def by_windows(nb: NotebookNode) -> bytes:
    """Saved again by an editor of Windows: its line ends, and a byte order mark."""
    return codecs.BOM_UTF8 + saved(nb).replace(b"\n", b"\r\n")


def as_pdf(_: NotebookNode) -> bytes:
    """A print of it instead."""
    return PDF


def zipped_with_a_way_out(nb: NotebookNode) -> bytes:
    """A zip in which a second notebook wants to be unpacked elsewhere."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("homework/notebook.ipynb", "../../../submitted/bae-noeul/notebook.ipynb"):
            info = zipfile.ZipInfo(name, (2026, 3, 2, 9, 0, 0))
            archive.writestr(info, saved(nb), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def zipped_with_an_untouched_copy(nb: NotebookNode) -> bytes:
    """A zip of the notebook, a copy of the one that was handed out, and no times that tell."""
    untouched = copy.deepcopy(nb)
    for place in _solutions(untouched):
        untouched.cells[place].source = "# TODO\nraise NotImplementedError"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, each in (("notebook-Copy1.ipynb", nb), ("notebook.ipynb", untouched)):
            info = zipfile.ZipInfo(name, (2026, 3, 2, 9, 0, 0))
            archive.writestr(info, saved(each), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def by_colab(nb: NotebookNode) -> bytes:
    """The file as Colab writes it."""
    return as_colab_saves(nb).encode("utf-8")


def as_colab_saves(nb: NotebookNode) -> str:
    """The text of a notebook the way Colab writes it.

    Format 4.0 without cell ids, its own metadata on notebook and cells, another kernelspec, and
    sources as lists of lines.
    """
    saved: dict[str, Any] = json.loads(json.dumps(copy.deepcopy(nb)))
    saved["nbformat_minor"] = 0
    saved["metadata"] = {
        "colab": {"provenance": [], "toc_visible": True, "gpuType": "T4"},
        "kernelspec": {"name": "python3", "display_name": "Python 3"},
        "language_info": {"name": "python"},
        "accelerator": "GPU",
    }
    for number, cell in enumerate(saved["cells"]):
        cell["metadata"]["id"] = f"{cell.pop('id')[:8]}{number:04x}"
        cell["source"] = cell["source"].splitlines(keepends=True)
        if cell["cell_type"] == "code":
            cell["metadata"]["executionInfo"] = {"status": "ok", "elapsed": 12, "user_tz": -540}
    return json.dumps(saved, ensure_ascii=False)
