"""What students get, checked for leaks: the `nlplab` package, its wheel, released notebooks."""

import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path

import tomlkit
from nbformat import NotebookNode

from grader.course import build, checks, sources
from grader.course.leaks import leaked_lines, leaks
from grader.course.versions import Repository
from grader.errors import PublishError
from grader.notebooks import notebook
from grader.notebooks.files import read, read_bytes, write_bytes

EPOCH = "1735689600"  # 2025: the date of every file in what is packed, so that bytes repeat
_RECORDED = "nlplab/checks/recorded/"
_STUDENT_TABLES = ("build-system", "project", "tool")


def released(
    root: Path, lang: str, name: str, repository: Repository | None = None
) -> NotebookNode:
    """A section's notebook for students.

    Raises PublishError when it gives away a solution or hidden test of its own or a later section,
    and ReleaseError.
    """
    nb = build.student_release(root, lang, name, repository)
    secret = [source for later, source in sources.read_all(root).items() if later >= name]
    if found := leaks(nb, secret):
        raise PublishError(f"{name} ({lang}) gives a solution away: {'; '.join(found)}")
    return nb


def solved_earlier(root: Path, names: list[str]) -> list[str]:
    """A line for each of these sections that contains solutions of others among them."""
    lines = []
    for name in names:
        cells = read(sources.source_path(root, name)).cells
        given = {given.partition("/")[0] for cell in cells for given in notebook.given(cell)}
        if solved := sorted(given & set(names)):
            lines.append(f"{name} contains solutions of {', '.join(solved)}")
    return lines


def package(root: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The files of `nlplab`, its licenses and pyproject.toml, by name below a folder.

    The checks are those of the sections `names` alone. Raises PublishError when a file gives away
    a solution or hidden test of any section.
    """
    files = {}
    others = checks.of_sections(root, set(sources.assignments(root)) - set(names))
    for path in sorted((root / "nlplab").rglob("*")):
        parts = path.relative_to(root).parts
        junk = any(
            p.startswith(".") or p == "__pycache__" or p.endswith(".egg-info") for p in parts
        )
        if path.is_file() and not junk and path.suffix != ".pyc" and path not in others:
            files["/".join(parts)] = read_bytes(path)
    secret = list(sources.read_all(root).values())
    for name, content in files.items():
        # What is recorded are results, which students may see: a text that one gives is among them.
        if (found := leaked_lines(_lines(content), secret)) and not name.startswith(_RECORDED):
            raise PublishError(f"{name} gives a solution away: {'; '.join(found)}")
    for path in sorted(p for p in root.glob("LICENSE*") if p.is_file()):
        files[path.name] = read_bytes(path)
    pyproject = read_bytes(root / "pyproject.toml").decode("utf-8")
    return files | {"pyproject.toml": student_pyproject(pyproject).encode("utf-8")}


def wheel(root: Path, names: Iterable[str]) -> tuple[str, bytes]:
    """The name and content of the students' wheel for these sections.

    The same files give the same bytes. Built by this environment's setuptools, without a network.
    Raises PublishError.
    """
    with tempfile.TemporaryDirectory(prefix="wheel-") as folder:
        for name, content in package(root, names).items():
            write_bytes(Path(folder, "nlplab", name), content)
        command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
        command += ["--no-build-isolation", "--wheel-dir", folder, str(Path(folder, "nlplab"))]
        environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH}
        ran = subprocess.run(command, env=environment, umask=0o022, capture_output=True, text=True)
        if ran.returncode:
            raise PublishError(f"the wheel of nlplab cannot be built: {ran.stderr.strip()}")
        [built] = Path(folder).glob("nlplab-*.whl")
        return built.name, built.read_bytes()


def student_pyproject(text: str) -> str:
    """The instructors' pyproject.toml cut down to `nlplab`: no commands, extras or tools."""
    whole = tomllib.loads(text)
    for key in ("scripts", "gui-scripts", "entry-points", "optional-dependencies", "readme"):
        whole["project"].pop(key, None)
    setuptools = whole.get("tool", {}).get("setuptools", {})
    find = setuptools.get("packages", {}).get("find", {})
    if "include" in find:
        find["include"] = [name for name in find["include"] if name.startswith("nlplab")]
    data = setuptools.get("package-data", {})
    for name in [name for name in data if not name.startswith(("nlplab", "*"))]:
        del data[name]
    whole["tool"] = {"setuptools": setuptools} if setuptools else {}
    return tomlkit.dumps({key: whole[key] for key in _STUDENT_TABLES if whole.get(key)})


def _lines(content: bytes) -> list[str]:
    """The lines of a text, none of weights and fonts."""
    try:
        return content.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return []
