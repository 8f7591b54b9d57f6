"""The first cell of a notebook, run here up to its imports, with pip left out."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import nlplab


def run(
    code: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    found: str | None,
    refused: bool = False,
) -> list[list[str]]:
    """What pip was asked to do in `folder` where nlplab `found` is installed, or none is.

    `refused`: pip fails at it.
    """
    asked: list[list[str]] = []

    def pip(command: list[str], check: bool = False) -> SimpleNamespace:
        asked.append(command)
        return SimpleNamespace(returncode=int(refused))

    before = {name: module for name, module in sys.modules.items() if name.startswith("nlplab")}
    with monkeypatch.context() as patch:
        patch.chdir(folder)
        patch.setattr(subprocess, "run", pip)
        if found is None:
            patch.setitem(sys.modules, "nlplab", None)
        else:
            patch.setattr(nlplab, "__version__", found)
        try:
            exec(code.split("\nfrom nlplab")[0], {})
        finally:
            sys.modules.update(before)  # the cell has a newer one imported
    return asked
