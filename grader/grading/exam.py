"""What the test cells of an assignment need beside a submission, wherever it is graded."""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from nbformat import NotebookNode

from grader.course.checks import Files, module_of
from grader.notebooks import files, notebook
from nlplab.checks.recorded import Hidden


@dataclass(frozen=True)
class Exam:
    """Cells in `skip` need not run; `checks` is the module that test cells call `checks`."""

    skip: frozenset[str] = frozenset()
    checks: str = ""  # empty where test cells have their tests in them
    hidden: Hidden | None = None

    @property
    def text(self) -> str:
        """All of it, the same in every process: a set has no order that lasts."""
        return repr((sorted(self.skip), self.checks, self.hidden))

    def given(self) -> dict[str, ModuleType]:
        """What test cells are given under a name, whatever a student's notebook calls so."""
        return {"checks": import_module(self.checks)} if self.checks else {}


def exam(root: Path, name: str, source: NotebookNode) -> Exam:
    """What is asked in an assignment; raises FileError where hidden cases are missing."""
    skip, of = frozenset(notebook.skipped(source)), Files(root, name)
    if find_spec(module_of(name)) is None:
        return Exam(skip)
    cases, recorded = (files.read_bytes(path) for path in (of.hidden, of.recorded_hidden))
    return Exam(skip, module_of(name), Hidden(cases.decode("utf-8"), recorded.decode("utf-8")))
