"""A source notebook becomes a student's notebook, a gradebook's and a solution."""

import pytest
from nbformat import NotebookNode, v4

import nlplab
from grader.course import versions
from grader.course.versions import Repository
from grader.errors import ReleaseError, SettingError
from grader.notebooks import files, notebook
from grader.notebooks.notebook import cells_by_grade_id
from tests.support.notebooks import code, lesson, read_only, setup, solution, source

SHOWN = code("print(1)", tags=["nbval-check-output"])


def texts(nb: NotebookNode) -> list[str]:
    return [cell.source for cell in nb.cells if cell.cell_type == "markdown"]


def codes(nb: NotebookNode) -> list[str]:
    return [cell.source for cell in notebook.code_cells(nb)]


def one(text: str) -> NotebookNode:
    return source(setup(), solution("one", text))


# --- the student's ---


def test_student_reads_one_language():
    assert texts(versions.student_version(lesson(), "en"))[0] == "# Cutting"
    assert texts(versions.student_version(lesson(), "ko"))[0] == "# 자르기"


def test_languages_differ_in_the_first_code_cell_alone():
    for version in (versions.student_version, versions.solution_version):
        korean, english = codes(version(lesson(), "ko")), codes(version(lesson(), "en"))
        assert korean[0] != english[0]
        assert korean[1:] == english[1:]
        assert 'setup(lang="en")' in english[0].split("\n")


def test_stub_lines_stand_in_place_of_the_solution():
    stub = cells_by_grade_id(versions.student_version(lesson(), "ko"))["cut"].source
    assert stub.split("\n")[2:] == ["    words = FIXME", "    return words"]


def test_region_without_stub_lines_becomes_a_todo():
    nb = one("def f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION")
    stub = cells_by_grade_id(versions.student_version(nb, "ko"))["one"].source
    assert stub == "def f():\n    # TODO\n    raise NotImplementedError"


def test_stub_keeps_the_indentation_inside_it():
    nb = one("### BEGIN SOLUTION\n#~ for x in y:\n#~     FIXME\nx = 1\n### END SOLUTION")
    stub = cells_by_grade_id(versions.student_version(nb, "ko"))["one"].source
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
        versions.student_version(one(text), "ko")


def test_region_outside_a_solution_cell_is_refused():
    nb = source(setup(), code("### BEGIN SOLUTION\nx = 1\n### END SOLUTION"))
    with pytest.raises(ReleaseError, match="outside a solution cell"):
        versions.student_version(nb, "ko")


def test_student_gets_no_hidden_tests():
    test = cells_by_grade_id(versions.student_version(lesson(), "ko"))["cut-1"]
    assert "HIDDEN" not in test.source
    assert "alpha" not in test.source
    assert test.source.endswith('["a", "b"])')


def test_student_cells_are_locked_and_carry_nbgraders_checksum():
    from nbgrader.utils import compute_checksum

    cells = cells_by_grade_id(versions.student_version(lesson(), "ko"))
    assert cells["cut-1"].metadata.editable is False
    assert cells["cut"].metadata.deletable is False
    for cell in cells.values():
        assert cell.metadata.nbgrader.checksum == compute_checksum(cell)


def test_source_only_metadata_and_outputs_do_not_reach_students():
    shown = code("print(1)", tags=["nbval-check-output", "hide"], execution={"start": "now"})
    shown.outputs, shown.execution_count = [v4.new_output("stream", text="1\n")], 3
    nb = versions.student_version(lesson(shown, read_only("device", "print(2)")), "en")
    cell, locked = nb.cells[-2:]
    assert (cell.outputs, cell.execution_count) == ([], None)
    assert dict(cell.metadata) == {"tags": ["hide"]}
    assert "tags" not in locked.metadata
    assert dict(nb.cells[0].metadata) == {"lang": "en"}


def test_source_itself_stays_as_it_was():
    nb = lesson(SHOWN)
    before = files.dumps(nb)
    versions.student_version(nb, "ko")
    versions.solution_version(nb, "ko")
    assert files.dumps(nb) == before


def test_repository_sets_badge_and_address():
    to = Repository("someone/nlp-lab", "spring")
    nb = versions.student_version(lesson(), "en", to, assignment="01_cut")
    badge, _, title = nb.cells[0].source.split("\n")
    assert "someone/nlp-lab/blob/spring/notebooks/en/01_cut.ipynb)" in badge
    assert title == "# Cutting"
    archive = "https://github.com/someone/nlp-lab/archive/refs/heads/spring.zip"
    assert f'REPOSITORY = "{archive}"' in codes(nb)[0]


def test_a_release_names_the_nlplab_that_it_was_made_with_and_a_solution_none():
    line = f'NEEDS = "{nlplab.__version__}"'
    assert line in codes(versions.student_version(lesson(), "ko"))[0]
    assert line not in codes(versions.solution_version(lesson(), "ko"))[0]


def test_without_repository_there_is_no_badge():
    assert "colab" not in texts(versions.student_version(lesson(), "ko"))[0]


@pytest.mark.parametrize("name", ["nlp-lab", 'a/b"', "a/b/c", "https://github.com/a/b"])
def test_repository_has_an_owner_and_a_name(name: str):
    with pytest.raises(SettingError, match="OWNER/NAME"):
        Repository(name)


def test_first_cell_without_its_setup_line_is_refused():
    with pytest.raises(ReleaseError, match="setup"):
        versions.student_version(source(code("x = 1")), "ko")


def test_text_without_a_language_is_refused():
    with pytest.raises(ReleaseError, match="c0: a text without a language"):
        versions.student_version(source(v4.new_markdown_cell("both?"), setup()), "ko")


# --- the gradebook's and the solution ---


def test_gradebook_version_is_the_students_with_hidden_tests():
    full = cells_by_grade_id(versions.gradebook_version(lesson()))
    student = cells_by_grade_id(versions.student_version(lesson(), "ko"))
    assert full["cut"] == student["cut"]
    assert "alpha" in full["cut-1"].source
    assert full["cut-1"].metadata.nbgrader.checksum != student["cut-1"].metadata.nbgrader.checksum


def test_solution_has_no_markers_and_shows_all_tests():
    nb = versions.solution_version(lesson(), "en")
    cells = cells_by_grade_id(nb)
    assert cells["cut"].source.split("\n")[2:] == [
        "    words = text.strip().split()",
        "    return words",
    ]
    assert "alpha" in cells["cut-1"].source
    assert "###" not in "".join(codes(nb))


def test_solution_keeps_the_tags_that_nbval_reads():
    assert versions.solution_version(lesson(SHOWN), "ko").cells[-1].metadata.tags == [
        "nbval-check-output"
    ]
