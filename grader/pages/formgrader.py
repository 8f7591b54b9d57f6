"""nbgrader's formgrader on this course, as `nbgrader_config.py` sets it up.

It shows what students made beside a server that may do all that its user may: nothing of theirs
acts there. Above a written answer it shows the rubric, which is in the course and not in what
students have.
"""

from pathlib import Path
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from grader.course import sources
from grader.notebooks import files, notebook
from grader.pages import harmless

PLAIN = ("text/plain", "image/png", "image/jpeg")
ENTITIES = {ord(sign): f"&#{ord(sign)};" for sign in "\n$\\"}


class Harmless(Preprocessor):
    """Takes everything that acts or loads out of a notebook that will be shown as HTML."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        nb.metadata.pop("widgets", None)
        for cell in nb.cells:
            _make_harmless(cell)
        return nb, resources


class Rubrics(Preprocessor):
    """Puts the rubric above each written answer, for whoever grades it; comes after `Harmless`."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        told = self._told(str(resources.get("assignment_id", "")), notebook.language(nb))
        cells = []
        for cell in nb.cells:
            if notebook.is_written(cell) and (rubric := told.get(notebook.grade_id(cell) or "")):
                cells.append(new_markdown_cell(rubric))
            cells.append(cell)
        nb.cells = cells
        return nb, resources

    def _told(self, assignment: str, lang: str) -> dict[str, str]:
        """The rubrics of an assignment; none where the course has no source of it."""
        path = sources.source_path(Path(self.config.CourseDirectory.get("root", "")), assignment)
        return notebook.rubrics(files.read(path), lang) if path.is_file() else {}


def _make_harmless(cell: NotebookNode) -> None:
    if cell.cell_type == "code":
        for output in cell.outputs:
            if "data" in output:
                output.data = _data(output.data)
                output.metadata = {}
    elif cell.cell_type == "markdown":
        # One line of HTML without signs of markdown's own: it is not read as markdown again.
        cell.source = f"<div>{harmless.markdown(cell.source).translate(ENTITIES)}</div>"
        cell.pop("attachments", None)
    else:
        cell.source = str(harmless.plain(cell.source))


def _data(data: dict[str, Any]) -> dict[str, Any]:
    """An output in its harmless forms, so that there is always one to show."""
    shown = {kind: data[kind] for kind in PLAIN if kind in data}
    for kind, picture in list(shown.items()):
        if kind.startswith("image/") and harmless.image(kind, picture, "") is None:
            del shown[kind]
    if "text/html" in data:
        shown["text/html"] = str(harmless.html(data["text/html"]))
    elif "text/markdown" in data:
        shown["text/html"] = str(harmless.markdown(data["text/markdown"]))
    return shown or {"text/plain": f"<{', '.join(data)}>"}
