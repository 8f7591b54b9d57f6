"""What is handed out without GitHub: complete, free of secrets, and its first cell finds nlplab."""

import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from html.parser import HTMLParser
from itertools import groupby
from pathlib import Path
from types import ModuleType

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError
from nbformat import v4
from typer.testing import CliRunner

import nlplab
from grader.cli.app import app
from grader.course import bundle, package, sources
from grader.course.leaks import leaked_lines, leaks
from grader.course.package import solved_earlier
from grader.course.publish import publish
from grader.course.versions import Repository
from grader.errors import NoSuchAssignmentError, PublishError, ReleaseError, SettingError
from grader.notebooks import files, notebook
from tests.support import ROOT, first_cell, real_kernel
from tests.support.notebooks import code, lesson, save, source

pytestmark = pytest.mark.slow

WHEEL = f"nlplab-{nlplab.__version__}-py3-none-any.whl"
OLDER = "nlplab-0.1.0-py3-none-any.whl"
SENTENCE = {"ko": "노트북과 같은 폴더에 넣고", "en": "into the same folder"}


@pytest.fixture(scope="module")
def zipped(tmp_path_factory) -> Path:
    return bundle.bundle(ROOT, tmp_path_factory.mktemp("bundles"))


@pytest.fixture(scope="module")
def unpacked(zipped, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(zipped) as archive:
        archive.extractall(folder)
    return folder / "nlplab-ko"


def test_it_holds_the_notebooks_the_wheel_and_a_page_and_nothing_else(unpacked):
    names = {f"{name}.ipynb" for name in sources.assignments(ROOT)}
    assert {path.name for path in unpacked.iterdir()} == names | {WHEEL, "README.html"}


def test_nothing_in_it_solves_what_is_not_due(unpacked):
    searched, found = search(unpacked)
    assert found == []
    assert searched > 40


def test_nothing_in_the_student_repository_solves_what_is_not_due(tmp_path):
    publish(ROOT, tmp_path / "student")
    searched, found = search(tmp_path / "student")
    assert found == []
    assert searched > 40


def search(folder: Path) -> tuple[int, list[str]]:
    """How many texts there are, those in wheels as well, and what in them solves an exercise.

    A notebook may solve exercises of sections before its own.
    """
    read = sources.read_all(ROOT)
    texts = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for wheel in folder.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            texts |= {name: archive.read(name) for name in archive.namelist()}
    searched, found = 0, []
    for name, content in texts.items():
        secret = [s for section, s in read.items() if section >= name.removesuffix(".ipynb")]
        with suppress(UnicodeDecodeError):
            if name.endswith(".ipynb"):
                found += leaks(files.parse(content), secret)
            else:
                found += leaked_lines(content.decode("utf-8").split("\n"), read.values())
            searched += 1
    return searched, found


def test_the_search_finds_what_is_planted(tmp_path):
    source = files.read(sources.source_path(ROOT, "03_lstm"))
    later = notebook.exercises(source)[0].solution
    files.write(tmp_path / "01_tokenizer.ipynb", v4.new_notebook(cells=[later]))
    with zipfile.ZipFile(tmp_path / WHEEL, "w") as wheel:
        wheel.writestr("nlplab/shortcut.py", later.source)
    searched, found = search(tmp_path)
    assert searched == 2
    assert any("cell" in line for line in found)
    assert any("cell" not in line for line in found)


def test_its_bytes_repeat(zipped, tmp_path):
    assert bundle.bundle(ROOT, tmp_path).read_bytes() == zipped.read_bytes()


def test_sections_are_chosen_and_named_in_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "wheel", lambda root, names: (WHEEL, b""))
    path = bundle.bundle(ROOT, tmp_path, "en", ["01_tokenizer"])
    assert path.name == "nlplab-en-01_tokenizer.zip"
    with zipfile.ZipFile(path) as archive:
        books = [name for name in archive.namelist() if name.endswith(".ipynb")]
        page = archive.read("nlplab-en/README.html").decode("utf-8")
    assert books == ["nlplab-en/01_tokenizer.ipynb"]
    assert "01_tokenizer.ipynb" in page
    assert "02_rnn" not in page


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_page_names_its_files_and_is_whole(lang):
    page = bundle._how_to(lang, ["01_tokenizer"], WHEEL)
    assert page.count(WHEEL) == 4
    assert "$" not in page
    parser = HTMLParser()
    parser.feed(page)
    assert parser.rawdata == ""


def test_a_source_that_leaks_is_not_bundled(tmp_path):
    save(tmp_path, "01_cut", lesson(code("words = text.strip().split()")))
    with pytest.raises(PublishError, match=r"01_cut .* gives a solution away"):
        bundle.bundle(tmp_path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_language_or_section_the_course_does_not_have_is_refused(tmp_path):
    with pytest.raises(SettingError, match="ko, en"):
        bundle.bundle(ROOT, tmp_path, "fr")
    with pytest.raises(NoSuchAssignmentError, match="07_more"):
        bundle.bundle(ROOT, tmp_path, "ko", ["07_more"])


def test_sections_that_solve_one_another_are_told():
    assert solved_earlier(ROOT, ["01_tokenizer"]) == []
    assert solved_earlier(ROOT, ["01_tokenizer", "02_rnn"]) == [
        "02_rnn contains solutions of 01_tokenizer"
    ]


# --- the first cell ---


@pytest.fixture
def fresh_python(tmp_path) -> str:
    """An interpreter that has every package of this one but nlplab, and room for it."""
    folder = tmp_path / "fresh"
    folder.mkdir()
    packages = folder / "packages"
    packages.mkdir()
    for path in Path(nbformat.__file__).parent.parent.iterdir():
        if "nlplab" not in path.name:
            (packages / path.name).symlink_to(path)
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv/bin/python"
    command = "import sysconfig; print(sysconfig.get_path('purelib'))"
    ran = subprocess.run([python, "-c", command], check=True, capture_output=True, text=True)
    Path(ran.stdout.strip(), "packages.pth").write_text(f"{packages}\n")
    return str(python)


@pytest.fixture
def older_python(fresh_python, tmp_path) -> str:
    """That interpreter with nlplab 0.1.0, which had no `nlplab.checks`."""
    root = tmp_path / "older"
    for name, content in package.package(ROOT, []).items():
        if not name.startswith("nlplab/checks/"):
            now, then = nlplab.__version__.encode(), b"0.1.0"
            content = content.replace(now, then) if name == "nlplab/__init__.py" else content
            files.write_bytes(root / name, content)
    name, wheel = package.wheel(root, [])
    assert name == OLDER
    files.write_bytes(root / name, wheel)
    pip = [fresh_python, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*pip, root / name], check=True, env={"PYTHONPATH": ""})
    return fresh_python


def run_first_cell(nb: nbformat.NotebookNode, python: str, beside: Path, *then: str) -> list:
    """What the first cell put out in a kernel of `python`, without a network.

    Cells below it put out what code `then` says.
    """
    nb.cells = [next(notebook.code_cells(nb)), *map(code, then)]
    with suppress(CellExecutionError):
        real_kernel.run(nb, python, timeout=300, beside=beside, packages="")
    return [output for cell in nb.cells for output in joined(cell.outputs)]


def joined(outputs: list[nbformat.NotebookNode]) -> Iterator[nbformat.NotebookNode]:
    """The outputs of a cell, with what came over one stream in pieces as one."""
    for _, pieces in groupby(outputs, lambda output: output.get("name", id(output))):
        first, *rest = pieces
        if rest:
            first.text += "".join(piece.text for piece in rest)
        yield first


def test_the_first_cell_installs_the_wheel_beside_it(unpacked, fresh_python, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    nb = files.read(unpacked / "01_tokenizer.ipynb")
    [output] = run_first_cell(nb, fresh_python, unpacked)
    assert output.output_type == "stream"
    assert "PyTorch" in output.text
    command = [fresh_python, "-c", "import nlplab; print(nlplab.__file__)"]
    ran = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd="/", env={"PYTHONPATH": ""}
    )
    assert str(Path(fresh_python).parent.parent) in ran.stdout


VERSION = "import nlplab.checks.rnn; print(nlplab.__version__)"


def test_an_older_nlplab_is_replaced_by_the_wheel_beside_it(unpacked, older_python, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    nb = files.read(unpacked / "02_rnn.ipynb")
    ready, version = run_first_cell(nb, older_python, unpacked, VERSION)
    assert "PyTorch" in ready.text
    assert version.text.strip() == nlplab.__version__


def test_an_older_nlplab_is_replaced_from_the_students_repository(
    unpacked, older_python, monkeypatch, tmp_path
):
    """A wheel at a file's address stands for the archive, which would need a network."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setattr(Repository, "archive", (unpacked / WHEEL).as_uri())
    nb = package.released(ROOT, "en", "02_rnn", Repository("someone/nlp-lab"))
    ready, version = run_first_cell(nb, older_python, tmp_path, VERSION)
    assert "PyTorch" in ready.text
    assert version.text.strip() == nlplab.__version__


def test_where_an_older_nlplab_stays_the_first_cell_says_so_before_an_import_fails(
    older_python, tmp_path
):
    nb = package.released(ROOT, "en", "02_rnn")
    *said, failed = run_first_cell(nb, older_python, tmp_path, VERSION)
    first, ready, rest = "".join(output.text for output in said).split("\n")
    assert f"This notebook needs nlplab {nlplab.__version__}: put {WHEEL} here" in first
    assert "PyTorch" in ready
    assert rest == ""
    assert failed.evalue == "No module named 'nlplab.checks'"


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_without_the_wheel_it_says_in_one_line_what_to_do(lang, tmp_path, monkeypatch):
    with pytest.raises(SystemExit) as stopped:
        run(lang, tmp_path, monkeypatch)
    assert SENTENCE[lang] in str(stopped.value)
    assert WHEEL in str(stopped.value)
    assert str(stopped.value).count("\n") == 0


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_without_the_wheel_an_older_one_must_do_and_it_says_so(lang, tmp_path, monkeypatch, capsys):
    (tmp_path / OLDER).touch()
    assert run(lang, tmp_path, monkeypatch, found="0.1.0") == []
    said = capsys.readouterr().out
    assert SENTENCE[lang] in said
    assert WHEEL in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("found", [None, "0.1.0"])
def test_in_colab_it_asks_for_the_wheel_and_installs_what_was_given(
    found, tmp_path, monkeypatch, capsys
):
    upload(monkeypatch, {WHEEL.replace(".whl", " (1).whl"): b"wheel"})
    [command] = run("ko", tmp_path, monkeypatch, found=found)
    assert command[1:] == ["-m", "pip", "install", "--quiet", "--upgrade", "--no-deps", WHEEL]
    assert (tmp_path / WHEEL).read_bytes() == b"wheel"
    assert WHEEL in capsys.readouterr().out


@pytest.mark.parametrize("given", [{}, {"01_tokenizer.ipynb": b"{}"}, {OLDER: b"wheel"}])
def test_in_colab_another_file_or_none_is_asked_for_again(given, tmp_path, monkeypatch):
    upload(monkeypatch, given)
    with pytest.raises(SystemExit, match=SENTENCE["en"]):
        run("en", tmp_path, monkeypatch)
    assert not (tmp_path / WHEEL).exists()


def test_a_wheel_that_is_there_is_not_asked_for(tmp_path, monkeypatch):
    upload(monkeypatch, None)
    (tmp_path / WHEEL).touch()
    [command] = run("ko", tmp_path, monkeypatch)
    assert command[-1] == WHEEL


@pytest.mark.parametrize("found", [nlplab.__version__, "1.0"])
def test_nlplab_that_is_new_enough_stays(found, tmp_path, monkeypatch):
    assert run("ko", tmp_path, monkeypatch, found=found) == []


def test_a_first_cell_without_nlplab_is_an_error():
    with pytest.raises(ReleaseError, match="from nlplab"):
        bundle.find_wheel(source(code("print(1)")), "ko", WHEEL)


def run(
    lang: str, folder: Path, monkeypatch: pytest.MonkeyPatch, found: str | None = None
) -> list[list[str]]:
    """What pip was asked to do by the first cell where nlplab `found` is installed, or none is."""
    nb = files.read(ROOT / "notebooks" / lang / "01_tokenizer.ipynb")
    bundle.find_wheel(nb, lang, WHEEL)
    return first_cell.run(next(notebook.code_cells(nb)).source, folder, monkeypatch, found=found)


def upload(monkeypatch, given: dict[str, bytes] | None) -> None:
    """Stand in for Colab, where a reader chooses the files `given`."""
    colab, uploads = ModuleType("google.colab"), ModuleType("google.colab.files")
    uploads.upload = lambda: given  # type: ignore[attr-defined]
    colab.files = uploads  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "google", ModuleType("google"))
    monkeypatch.setitem(sys.modules, "google.colab", colab)


# --- the command ---


def test_a_branch_without_a_repository_is_an_error(monkeypatch, tmp_path):
    monkeypatch.chdir(ROOT)
    options = ["release", "--branch", "week-2", "--publish", str(tmp_path / "out")]
    ran = CliRunner().invoke(app, options)
    assert ran.exit_code == 1
    assert "--repo" in ran.output
    assert not (tmp_path / "out").exists()
