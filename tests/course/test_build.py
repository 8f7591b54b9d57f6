"""Releases are written, executed, and known to be out of date when they are."""

import base64
import os

import pytest
from nbformat import NotebookNode, v4

from grader.course import build
from grader.errors import NoSuchAssignmentError, ReleaseError
from grader.notebooks import files, notebook
from grader.notebooks.regions import GIVEN_TITLE, solution_text
from nlplab.checks.recorded import HIDDEN
from tests.support.notebooks import CUT, code, lesson, save, setup, source, text

pytestmark = pytest.mark.slow

# --- files ---


@pytest.fixture
def no_kernel(monkeypatch) -> list[str]:
    """The languages of executions that were asked for; nothing runs but a count."""
    asked: list[str] = []

    def execute(nb: NotebookNode, root) -> NotebookNode:
        asked.append(notebook.language(nb))
        for cell in notebook.code_cells(nb):
            cell.outputs = [v4.new_output("stream", text=f"run {len(asked)}")]
        return nb

    monkeypatch.setattr(build, "execute_solution", execute)
    return asked


def test_build_writes_both_languages_and_is_then_current(tmp_path, no_kernel):
    save(tmp_path, "01_cut", lesson())
    changed = {path.relative_to(tmp_path).as_posix() for path in build.build(tmp_path)}
    assert changed == {
        f"{folder}/{lang}/01_cut.ipynb"
        for folder in ("notebooks", "solutions")
        for lang in ("ko", "en")
    }
    assert build.stale(tmp_path) == []
    assert build.build(tmp_path) == []


def test_student_release_is_the_same_bytes_each_time(tmp_path, no_kernel):
    for name in ("a", "b"):
        save(tmp_path / name, "01_cut", lesson())
        build.build(tmp_path / name)
    one, two = (build.student_path(tmp_path / name, "ko", "01_cut") for name in ("a", "b"))
    assert one.read_bytes() == two.read_bytes()


def test_current_solution_is_executed_again_only_when_forced(tmp_path, no_kernel):
    save(tmp_path, "01_cut", lesson())
    for force in (False, False, True):
        build.build(tmp_path, force=force)
    assert len(no_kernel) == 2 * len(notebook.LANGUAGES)


def test_a_solution_whose_texts_alone_have_changed_keeps_its_outputs(tmp_path, no_kernel):
    save(tmp_path, "01_cut", lesson(text("앞", "before")))
    build.build(tmp_path)
    save(tmp_path, "01_cut", lesson(text("뒤", "after")))
    assert "solutions/en/01_cut.ipynb: texts differ from its source" in build.stale(tmp_path)
    build.build(tmp_path)
    solution = files.read(build.solution_path(tmp_path, "en", "01_cut"))
    assert "after" in [cell.source for cell in solution.cells]
    assert {cell.outputs[0].text for cell in notebook.code_cells(solution)} == {"run 2"}
    assert (len(no_kernel), build.stale(tmp_path)) == (2, [])


def test_a_solution_whose_code_has_changed_is_executed_again(tmp_path, no_kernel):
    save(tmp_path, "01_cut", lesson(code("print(1)")))
    build.build(tmp_path)
    save(tmp_path, "01_cut", lesson(code("print(2)")))
    build.build(tmp_path)
    assert no_kernel == 2 * [*notebook.LANGUAGES]


def test_build_makes_only_what_is_named(tmp_path, no_kernel):
    for name in ("01_cut", "02_count"):
        save(tmp_path, name, lesson())
    build.build(tmp_path, only=["02_count"])
    assert not build.student_path(tmp_path, "ko", "01_cut").exists()
    with pytest.raises(NoSuchAssignmentError, match="no source for 07_none"):
        build.build(tmp_path, only=["07_none"])


def test_stale_names_what_changed_since_the_build(tmp_path, no_kernel):
    save(tmp_path, "01_cut", lesson())
    build.build(tmp_path)
    save(tmp_path, "01_cut", lesson(code("print(2)")))
    build.student_path(tmp_path, "ko", "09_old").write_text("{}")
    build.solution_path(tmp_path, "en", "01_cut").unlink()
    assert build.stale(tmp_path) == [
        "notebooks/ko/01_cut.ipynb: differs from its source",
        "solutions/ko/01_cut.ipynb: executed from other code",
        "notebooks/ko/09_old.ipynb: has no source",
        "notebooks/en/01_cut.ipynb: differs from its source",
        "solutions/en/01_cut.ipynb: missing",
    ]


def test_solution_edited_by_hand_is_stale(tmp_path, no_kernel):
    save(tmp_path, "01_cut", lesson())
    build.build(tmp_path)
    path = build.solution_path(tmp_path, "ko", "01_cut")
    path.write_text(path.read_text("utf-8").replace("alpha", "delta"), "utf-8")
    assert build.stale(tmp_path) == ["solutions/ko/01_cut.ipynb: executed from other code"]


def test_given_cell_gets_the_earlier_sections_solution(tmp_path, no_kernel):
    save(tmp_path, "01_cut", lesson())
    save(tmp_path, "02_count", source(text("가", "a"), setup(), code("old", given=["01_cut/cut"])))
    build.build(tmp_path, only=["02_count"])
    given = files.read(build.student_path(tmp_path, "ko", "02_count")).cells[-1]
    assert given.source == f"{GIVEN_TITLE}\n{solution_text(CUT.strip(chr(10)))}"
    assert "given" not in given.metadata


def test_a_cell_that_is_no_exercise_can_be_given_by_its_id(tmp_path, no_kernel):
    nb = lesson(code("WORDS = 3"))
    nb.cells[-1].id = "words"
    save(tmp_path, "01_cut", nb)
    save(tmp_path, "02_count", source(setup(), code("old", given=["01_cut/words"])))
    build.build(tmp_path, only=["02_count"])
    given = files.read(build.student_path(tmp_path, "ko", "02_count")).cells[-1]
    assert given.source == f"{GIVEN_TITLE}\nWORDS = 3"


def test_given_cell_that_names_nothing_is_refused(tmp_path, no_kernel):
    save(tmp_path, "02_count", source(setup(), code("x", given=["01_cut/none"])))
    with pytest.raises(ReleaseError, match="02_count: cell c1: given '01_cut/none'"):
        build.build(tmp_path)


# --- execution ---


def execute(tmp_path, *cells: NotebookNode, **more) -> NotebookNode:
    return build.execute_solution(source(*cells), tmp_path, **more)


def test_solution_finds_the_hidden_cases_beside_its_source(tmp_path):
    cell = code(f"import os\nprint(os.environ['{HIDDEN}'])")
    assert execute(tmp_path, cell).cells[0].outputs[0].text == f"{tmp_path / 'source'}\n"


def test_solution_is_executed_offline_on_the_bundled_corpus(tmp_path, monkeypatch):
    monkeypatch.setenv("NLPLAB_NSMC", "/somewhere")
    cell = code("import os\nprint(os.environ['NLPLAB_OFFLINE'], 'NLPLAB_NSMC' in os.environ)")
    done = execute(tmp_path, cell)
    assert done.cells[0].outputs[0].text == "1 False\n"
    assert "execution" not in done.cells[0].metadata
    assert os.environ["NLPLAB_NSMC"] == "/somewhere"


def test_cell_that_raises_is_named_with_its_error(tmp_path):
    with pytest.raises(ReleaseError, match=r"(?s)cell c1.*ZeroDivisionError"):
        execute(tmp_path, code("x = 0"), code("1 / x"), code("y = 1"))


def test_kernel_that_dies_is_reported_with_its_cell(tmp_path):
    with pytest.raises(ReleaseError, match=r"cell c0"):
        execute(tmp_path, code("import os\nos._exit(1)"))


def test_large_picture_is_refused_with_its_cell():
    picture = base64.b64encode(bytes(build.LARGEST_IMAGE)).decode()
    (cell,) = source(code("plot()")).cells
    cell.outputs = [v4.new_output("display_data", data={"image/png": picture})]
    with pytest.raises(ReleaseError, match=r"cell c0: image/png of 100,000 bytes"):
        build.check_images(cell)


def test_a_solution_that_shows_other_cases_than_there_are_is_executed_again(tmp_path, no_kernel):
    save(tmp_path, "01_cut", lesson(code("checks.cut_1(cut)")))
    build.build(tmp_path)
    cases = tmp_path / "nlplab" / "checks" / "cut.py"
    cases.parent.mkdir(parents=True)
    cases.write_text(
        "def two(look, cut):\n"
        '    """Two of them. | 두 개."""\n'
        'cut_1 = check("01_cut", "cut-1", two)\n',
        "utf-8",
    )
    fault = "shows other cases of cut_1 than there are"
    assert build.stale(tmp_path) == [
        f"solutions/{lang}/01_cut.ipynb: {fault}" for lang in ("ko", "en")
    ]
    build.build(tmp_path)
    assert no_kernel == 2 * [*notebook.LANGUAGES]
