"""A source notebook becomes a student's notebook, a gradebook's and a solution."""

import base64
import os

import pytest
from nbformat import NotebookNode, v4
from notebooks import CUT, code, graded, lesson, read_only, save, setup, solution, source, text

from grader import notebook, release
from grader.notebook import cells_by_grade_id
from grader.release import ReleaseError, Repository

SHOWN = code("print(1)", tags=["nbval-check-output"])


def texts(nb: NotebookNode) -> list[str]:
    return [cell.source for cell in nb.cells if cell.cell_type == "markdown"]


def codes(nb: NotebookNode) -> list[str]:
    return [cell.source for cell in notebook.code_cells(nb)]


def one(text: str) -> NotebookNode:
    return source(setup(), solution("one", text))


# --- the student's ---


def test_student_reads_one_language():
    assert texts(release.student_version(lesson(), "en"))[0] == "# Cutting"
    assert texts(release.student_version(lesson(), "ko"))[0] == "# 자르기"


def test_languages_differ_in_the_first_code_cell_alone():
    for version in (release.student_version, release.solution_version):
        korean, english = codes(version(lesson(), "ko")), codes(version(lesson(), "en"))
        assert korean[0] != english[0]
        assert korean[1:] == english[1:]
        assert 'setup(lang="en")' in english[0].split("\n")


def test_stub_lines_stand_in_place_of_the_solution():
    stub = cells_by_grade_id(release.student_version(lesson(), "ko"))["cut"].source
    assert stub.split("\n")[2:] == ["    words = FIXME", "    return words"]


def test_region_without_stub_lines_becomes_a_todo():
    nb = one("def f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION")
    stub = cells_by_grade_id(release.student_version(nb, "ko"))["one"].source
    assert stub == "def f():\n    # TODO\n    raise NotImplementedError"


def test_stub_keeps_the_indentation_inside_it():
    nb = one("### BEGIN SOLUTION\n#~ for x in y:\n#~     FIXME\nx = 1\n### END SOLUTION")
    stub = cells_by_grade_id(release.student_version(nb, "ko"))["one"].source
    assert stub == "for x in y:\n    FIXME"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("### BEGIN SOLUTION\n#~ x = = 1\nx = 1\n### END SOLUTION", "not valid Python"),
        ("x = 1", "no solution region"),
        ("### BEGIN SOLUTION\nx = 1", "does not end"),
        ("x = 1\n### END SOLUTION", "did not begin"),
        ("### BEGIN SOLUTION\n### BEGIN SOLUTION\n### END SOLUTION", "inside another"),
        ("# BEGIN SOLUTION\nx = 1\n# END SOLUTION", "marker is written"),
        ("#~ x = 1\n### BEGIN SOLUTION\nx = 1\n### END SOLUTION", "outside a solution region"),
    ],
)
def test_wrong_solution_cell_is_refused_with_its_name(text: str, reason: str):
    with pytest.raises(ReleaseError, match=rf"c1 \(one\).*{reason}"):
        release.student_version(one(text), "ko")


def test_region_outside_a_solution_cell_is_refused():
    nb = source(setup(), code("### BEGIN SOLUTION\nx = 1\n### END SOLUTION"))
    with pytest.raises(ReleaseError, match="outside a solution cell"):
        release.student_version(nb, "ko")


def test_student_gets_no_hidden_tests():
    test = cells_by_grade_id(release.student_version(lesson(), "ko"))["cut-1"]
    assert "HIDDEN" not in test.source
    assert "alpha" not in test.source
    assert test.source.endswith('["a", "b"])')


def test_student_cells_are_locked_and_carry_nbgraders_checksum():
    from nbgrader.utils import compute_checksum

    cells = cells_by_grade_id(release.student_version(lesson(), "ko"))
    assert cells["cut-1"].metadata.editable is False
    assert cells["cut"].metadata.deletable is False
    for cell in cells.values():
        assert cell.metadata.nbgrader.checksum == compute_checksum(cell)


def test_source_only_metadata_and_outputs_do_not_reach_students():
    shown = code("print(1)", tags=["nbval-check-output", "hide"], execution={"start": "now"})
    shown.outputs, shown.execution_count = [v4.new_output("stream", text="1\n")], 3
    nb = release.student_version(lesson(shown, read_only("device", "print(2)")), "en")
    cell, locked = nb.cells[-2:]
    assert (cell.outputs, cell.execution_count) == ([], None)
    assert dict(cell.metadata) == {"tags": ["hide"]}
    assert "tags" not in locked.metadata
    assert dict(nb.cells[0].metadata) == {"lang": "en"}


def test_source_itself_stays_as_it_was():
    nb = lesson(SHOWN)
    before = notebook.dumps(nb)
    release.student_version(nb, "ko")
    release.solution_version(nb, "ko")
    assert notebook.dumps(nb) == before


def test_repository_sets_badge_and_address():
    to = Repository("someone/nlp-lab", "spring")
    nb = release.student_version(lesson(), "en", to, assignment="01_cut")
    badge, _, title = nb.cells[0].source.split("\n")
    assert "someone/nlp-lab/blob/spring/notebooks/en/01_cut.ipynb)" in badge
    assert title == "# Cutting"
    archive = "https://github.com/someone/nlp-lab/archive/refs/heads/spring.zip"
    assert f'REPOSITORY = "{archive}"' in codes(nb)[0]


def test_without_repository_there_is_no_badge():
    assert "colab" not in texts(release.student_version(lesson(), "ko"))[0]


@pytest.mark.parametrize("name", ["nlp-lab", 'a/b"', "a/b/c", "https://github.com/a/b"])
def test_repository_has_an_owner_and_a_name(name: str):
    with pytest.raises(ValueError, match="OWNER/NAME"):
        Repository(name)


def test_first_cell_without_its_setup_line_is_refused():
    with pytest.raises(ReleaseError, match="setup"):
        release.student_version(source(code("x = 1")), "ko")


def test_text_without_a_language_is_refused():
    with pytest.raises(ReleaseError, match="c0: a text without a language"):
        release.student_version(source(v4.new_markdown_cell("both?"), setup()), "ko")


# --- the gradebook's and the solution ---


def test_gradebook_version_is_the_students_with_hidden_tests():
    full = cells_by_grade_id(release.gradebook_version(lesson()))
    student = cells_by_grade_id(release.student_version(lesson(), "ko"))
    assert full["cut"] == student["cut"]
    assert "alpha" in full["cut-1"].source
    assert full["cut-1"].metadata.nbgrader.checksum != student["cut-1"].metadata.nbgrader.checksum


def test_nbgrader_stores_the_gradebook_version(tmp_path):
    from nbgrader.api import Gradebook
    from nbgrader.preprocessors import SaveCells

    url = f"sqlite:///{tmp_path}/gradebook.db"
    with Gradebook(url) as gradebook:
        gradebook.add_assignment("01_cut")
    where = {"notebook": "01_cut", "assignment": "01_cut", "db_url": url}
    SaveCells().preprocess(release.gradebook_version(lesson()), {"nbgrader": where})
    with Gradebook(url) as gradebook:
        assert "alpha" in gradebook.find_source_cell("cut-1", "01_cut", "01_cut").source
        assert gradebook.find_assignment("01_cut").max_score == 2


def test_solution_has_no_markers_and_shows_all_tests():
    nb = release.solution_version(lesson(), "en")
    cells = cells_by_grade_id(nb)
    assert cells["cut"].source.split("\n")[2:] == [
        "    words = text.strip().split()",
        "    return words",
    ]
    assert "alpha" in cells["cut-1"].source
    assert "###" not in "".join(codes(nb))


def test_solution_keeps_the_tags_that_nbval_reads():
    assert release.solution_version(lesson(SHOWN), "ko").cells[-1].metadata.tags == [
        "nbval-check-output"
    ]


# --- execution ---


def execute(tmp_path, *cells: NotebookNode, **more) -> NotebookNode:
    return release.execute_solution(source(*cells), tmp_path, **more)


def test_solution_is_executed_offline_on_the_bundled_corpus(tmp_path, monkeypatch):
    monkeypatch.setenv("NLPLAB_NSMC", "/somewhere")
    cell = code("import os\nprint(os.environ['NLPLAB_OFFLINE'], 'NLPLAB_NSMC' in os.environ)")
    done = execute(tmp_path, cell, source_hash="abc")
    assert done.cells[0].outputs[0].text == "1 False\n"
    assert done.metadata.nlplab.source_hash == "abc"
    assert "execution" not in done.cells[0].metadata
    assert os.environ["NLPLAB_NSMC"] == "/somewhere"


def test_cell_that_raises_is_named_with_its_error(tmp_path):
    with pytest.raises(ReleaseError, match=r"(?s)cell c1.*ZeroDivisionError"):
        execute(tmp_path, code("x = 0"), code("1 / x"), code("y = 1"))


def test_kernel_that_dies_is_reported_with_its_cell(tmp_path):
    with pytest.raises(ReleaseError, match=r"cell c0"):
        execute(tmp_path, code("import os\nos._exit(1)"))


def test_large_picture_is_refused_with_its_cell(tmp_path):
    picture = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(release.LARGEST_IMAGE)).decode()
    cell = code(f"display({{'image/png': {picture!r}}}, raw=True)")
    with pytest.raises(ReleaseError, match=r"cell c0: image/png of 100,008 bytes"):
        execute(tmp_path, cell)


# --- files ---


@pytest.fixture
def no_kernel(monkeypatch) -> list[str]:
    """Executions that were asked for, by the source's hash; nothing runs."""
    asked: list[str] = []

    def execute(nb: NotebookNode, root, *, source_hash: str) -> NotebookNode:
        asked.append(source_hash)
        nb.metadata.nlplab = {"source_hash": source_hash}
        return nb

    monkeypatch.setattr(release, "execute_solution", execute)
    return asked


def test_build_writes_both_languages_and_is_then_current(tmp_path, no_kernel):
    save(tmp_path, "01_cut", lesson())
    changed = {path.relative_to(tmp_path).as_posix() for path in release.build(tmp_path)}
    assert changed == {
        f"{folder}/{lang}/01_cut.ipynb"
        for folder in ("notebooks", "solutions")
        for lang in ("ko", "en")
    }
    assert release.stale(tmp_path) == []
    assert release.build(tmp_path) == []


def test_student_release_is_the_same_bytes_each_time(tmp_path, no_kernel):
    for name in ("a", "b"):
        save(tmp_path / name, "01_cut", lesson())
        release.build(tmp_path / name)
    one, two = (release.student_path(tmp_path / name, "ko", "01_cut") for name in ("a", "b"))
    assert one.read_bytes() == two.read_bytes()


def test_current_solution_is_executed_again_only_when_forced(tmp_path, no_kernel):
    save(tmp_path, "01_cut", lesson())
    for force in (False, False, True):
        release.build(tmp_path, ["ko"], force=force)
    assert len(no_kernel) == 2


def test_build_makes_only_what_is_named(tmp_path, no_kernel):
    for name in ("01_cut", "02_count"):
        save(tmp_path, name, lesson())
    release.build(tmp_path, only=["02_count"])
    assert not release.student_path(tmp_path, "ko", "01_cut").exists()
    with pytest.raises(ReleaseError, match="no source for 07_none"):
        release.build(tmp_path, only=["07_none"])


def test_stale_names_what_changed_since_the_build(tmp_path, no_kernel):
    save(tmp_path, "01_cut", lesson())
    release.build(tmp_path)
    save(tmp_path, "01_cut", lesson(code("print(2)")))
    release.student_path(tmp_path, "ko", "09_old").write_text("{}")
    release.solution_path(tmp_path, "en", "01_cut").unlink()
    assert release.stale(tmp_path) == [
        "notebooks/ko/01_cut.ipynb: differs from its source",
        "solutions/ko/01_cut.ipynb: executed from another source",
        "notebooks/ko/09_old.ipynb: has no source",
        "notebooks/en/01_cut.ipynb: differs from its source",
        "solutions/en/01_cut.ipynb: missing",
    ]


def test_solution_edited_by_hand_is_stale(tmp_path, no_kernel):
    save(tmp_path, "01_cut", lesson())
    release.build(tmp_path)
    path = release.solution_path(tmp_path, "ko", "01_cut")
    path.write_text(path.read_text("utf-8").replace("alpha", "delta"), "utf-8")
    assert release.stale(tmp_path) == ["solutions/ko/01_cut.ipynb: cells differ from its source"]


def test_given_cell_gets_the_earlier_sections_solution(tmp_path, no_kernel):
    save(tmp_path, "01_cut", lesson())
    save(tmp_path, "02_count", source(text("가", "a"), setup(), code("old", given="01_cut/cut")))
    release.build(tmp_path, only=["02_count"])
    given = notebook.read(release.student_path(tmp_path, "ko", "02_count")).cells[-1]
    assert given.source == notebook.solution_text(CUT.strip("\n"))
    assert "given" not in given.metadata


def test_given_cell_that_names_nothing_is_refused(tmp_path, no_kernel):
    save(tmp_path, "02_count", source(setup(), code("x", given="01_cut/none")))
    with pytest.raises(ReleaseError, match="02_count: cell c1: given '01_cut/none'"):
        release.build(tmp_path)


# --- notebooks as exercises ---


def test_exercise_has_its_own_test_cells_and_points():
    nb = lesson(graded("cut-2", "x", 3), graded("cut-long-1", "x", 5))
    (exercise,) = notebook.exercises(nb)
    assert [notebook.grade_id(test) for test in exercise.tests] == ["cut-1", "cut-2"]
    assert exercise.points == 5


def test_language_of_a_release_is_read_from_its_first_cell():
    assert notebook.language(release.student_version(lesson(), "en")) == "en"
    assert notebook.language(source(code("x = 1"))) == "ko"


def test_skipped_cells_are_known_by_grade_id():
    assert notebook.skipped(lesson(read_only("device", "print(2)"))) == {"device"}


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"nbformat": 4}', '{"nbformat": 3}', "\xff"])
def test_file_that_is_no_notebook_is_a_value_error(tmp_path, content: str):
    path = tmp_path / "a.ipynb"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(ValueError, match="notebook"):
        notebook.read(path)


@pytest.mark.parametrize(
    ("test", "names"),
    [
        ("import torch\ntorch.equal(f(1), x)", {"f", "x"}),
        ("y = [cut(w) for w in words]\nprint(y)", {"cut", "words"}),
        ("def g(a):\n    return h(a)\ng(1)", {"h"}),
        ("f = lambda a: a + b\nclass A:\n    c = d", {"b", "d"}),
    ],
)
def test_free_names_are_those_a_cell_does_not_bind(test: str, names: set[str]):
    assert notebook.free_names(test) == names
