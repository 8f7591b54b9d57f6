"""Solution regions: from the text of a source cell to what the student and the solution have of it.

A region stands between `### BEGIN SOLUTION` and `### END SOLUTION`; its lines that begin with `#~ `
are what the student gets in its place.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from nbformat import NotebookNode

from grader.errors import MarkerError
from grader.notebooks.notebook import code_cells, grade_id, is_test

_BEGIN, _END, _STUB = "### BEGIN SOLUTION", "### END SOLUTION", "#~"
GIVEN_TITLE = "# @title Code from earlier sections"
_HIDDEN = ("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS")


@dataclass
class Region:
    """What stands between the solution markers: the solution and what the student gets instead."""

    indent: str
    solution: list[str] = field(default_factory=list)
    stub: list[str] = field(default_factory=list)

    def student_lines(self) -> list[str]:
        todo = ["# TODO", "raise NotImplementedError"]
        return self.stub or [self.indent + line for line in todo]


def split(code: str) -> list[str | Region]:
    """A cell as plain lines and solution regions, in order; raises MarkerError on wrong ones."""
    parts: list[str | Region] = []
    region: Region | None = None
    for line in code.split("\n"):
        text = line.strip()
        indent = line[: len(line) - len(line.lstrip())]
        if text == _BEGIN:
            if region:
                raise MarkerError("a solution region begins inside another one")
            parts.append(region := Region(indent))
        elif text == _END:
            if not region:
                raise MarkerError("a solution region ends that did not begin")
            region = None
        elif text == _STUB or text.startswith(_STUB + " "):
            if not region:
                raise MarkerError(f"a `{_STUB}` line stands outside a solution region")
            region.stub.append((indent + text[len(_STUB) + 1 :]).rstrip())
        elif "BEGIN SOLUTION" in text or "END SOLUTION" in text:
            raise MarkerError(f"a solution marker is written `{_BEGIN}` or `{_END}`, not `{text}`")
        elif region:
            region.solution.append(line)
        else:
            parts.append(line)
    if region:
        raise MarkerError("a solution region does not end")
    return parts


def stub_text(code: str) -> str:
    """A solution cell as the student gets it.

    Raises MarkerError when the markers are wrong, when there is no region (the whole cell would
    be given away) or when the stub is not valid Python.
    """
    parts = split(code)
    if not any(isinstance(part, Region) for part in parts):
        raise MarkerError("a solution cell has no solution region")
    stub = "\n".join(_lines(parts, Region.student_lines))
    try:
        compile(stub, "<stub>", "exec", dont_inherit=True)
    except SyntaxError as error:
        raise MarkerError(f"the stub is not valid Python: {error}") from error
    return stub


def stub_lines(code: str) -> list[str]:
    """What the student gets in place of the solution regions of a cell; raises MarkerError."""
    parts = [part for part in split(code) if isinstance(part, Region)]
    return [line for region in parts for line in region.student_lines()]


def solution_text(code: str) -> str:
    """A cell as the solution shows it: without markers, `#~` lines and hidden test markers."""
    lines = _lines(split(code), lambda region: region.solution)
    return "\n".join(line for line in lines if line.strip() not in _HIDDEN)


def without_hidden(code: str) -> tuple[str, bool]:
    """A test cell as the student has it, and whether it has hidden tests beside that."""
    shown: list[str] = []
    hidden = inside = False
    for line in code.split("\n"):
        inside = inside or "BEGIN HIDDEN TESTS" in line
        hidden = hidden or inside
        if not inside:
            shown.append(line)
        inside = inside and "END HIDDEN TESTS" not in line
    return "\n".join(shown).rstrip(), hidden


def _lines(parts: list[str | Region], of: Callable[[Region], list[str]]) -> list[str]:
    return [line for part in parts for line in (of(part) if isinstance(part, Region) else [part])]


def given_texts(sources: Mapping[str, NotebookNode]) -> dict[str, str]:
    """The text of every code cell but tests, as the solution shows it, by `assignment/cell id`.

    That is how a given cell names them; a cell with a grade_id goes by that. A cell whose markers
    are wrong is left out: a release of its own section refuses it.
    """
    found: dict[str, str] = {}
    for name, source in sources.items():
        for cell in code_cells(source):
            if not is_test(cell):
                with suppress(MarkerError):
                    found[f"{name}/{grade_id(cell) or cell.get('id')}"] = solution_text(cell.source)
    return found


def given_text(names: Sequence[str], texts: Mapping[str, str]) -> str:
    """The text of a cell that gives these cells of earlier sections; raises KeyError.

    Its first line is what Colab shows of it while it is folded.
    """
    return "\n\n\n".join([GIVEN_TITLE + "\n" + texts[names[0]], *(texts[n] for n in names[1:])])
