"""What `ruff check` and `ruff format` say of the code cells, one run of each for all notebooks."""

import difflib
import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode, v4
from ruff import find_ruff_bin

from grader.errors import MarkerError
from grader.lint.page import Page
from grader.notebooks import files
from grader.notebooks.names import free_names
from grader.notebooks.regions import stub_text

# Not asked of a notebook: imports on top (E402), a name imported again by a test cell (F811), a
# last line that shows a value (B018), strict zip (B905), and jaxtyping's shapes, which ruff takes
# for the names of types (F722).
RULES = ("--select=E,F,I,UP,B,SIM", "--ignore=E402,F811,F722,B018,B905", "--exit-zero")
STYLE = ("--isolated", "--no-cache", "--line-length=100", "--target-version=py311")


def faults(pages: list[Page]) -> Iterator[tuple[Page, NotebookNode, str]]:
    """What `ruff check` and `ruff format` say of the code cells that are Python.

    ruff would write `#~` as `# ~`; `#:` is as long and left alone. Names that a stub uses stand in
    a cell of their own at the end, so that they count as used, and as undefined when they are.
    """
    cells = {page.name: [cell for cell, _ in page.code()] for page in pages}
    stubs = {page.name: [c for c in cells[page.name] if _stub_names(c)] for page in pages}
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            code = [re.sub(r"(?m)^(\s*)#~", r"\1#:", c.source) for c in cells[page.name]]
            code += ["\n".join(sorted(_stub_names(c))) for c in stubs[page.name]]
            copy = v4.new_notebook(cells=[v4.new_code_cell(source) for source in code])
            files.write(Path(folder, f"{page.name}.ipynb"), copy)
        before = {page.name: files.read(Path(folder, f"{page.name}.ipynb")) for page in pages}
        entries = json.loads(_run_ruff("check", *RULES, "--output-format=json", folder))
        _run_ruff("format", "--quiet", folder)
        after = {page.name: files.read(Path(folder, f"{page.name}.ipynb")) for page in pages}
    for page in pages:
        own = cells[page.name]
        for entry in (e for e in entries if Path(e["filename"]).stem == page.name):
            place = entry["cell"] - 1
            where = f"line {entry['location']['row']}" if place < len(own) else "its stub"
            cell = (own + stubs[page.name])[place]
            if entry["code"] == "F821" and _is_axis(cell, entry["location"]):
                continue
            yield page, cell, f"{entry['code']} in {where}: {entry['message']}"
        pairs = zip(own, before[page.name].cells, after[page.name].cells, strict=False)
        for cell, old, new in pairs:
            if old.source != new.source:
                yield page, cell, f"format it: {_first_difference(old.source, new.source)}"


def _is_axis(cell: NotebookNode, location: dict[str, int]) -> bool:
    """Whether a name begins a string: `Float[Tensor, "token"]` names an axis, not a type.

    So does `"4*hidden"`.
    """
    line: str = cell.source.split("\n")[location["row"] - 1]
    return bool(re.search(r'"[\d*+-]*$', line[: location["column"] - 1]))


def _stub_names(cell: NotebookNode) -> set[str]:
    """Names that a solution cell's stub takes from elsewhere."""
    try:
        return free_names(stub_text(cell.source))
    except MarkerError:  # no solution cell, or one that the rule stub-stale reports
        return set()


def _run_ruff(command: str, *arguments: str) -> str:
    line = [find_ruff_bin(), command, *STYLE, *arguments]
    done = subprocess.run(line, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"ruff {command} failed: {done.stderr.strip()}")
    return done.stdout


def _first_difference(old: str, new: str) -> str:
    lines = difflib.ndiff(old.split("\n"), new.split("\n"))
    return next(line for line in lines if line.startswith(("- ", "+ ")))
