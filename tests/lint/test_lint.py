"""Each rule of the lint finds its fault, names the cell, and leaves a sound notebook alone."""

from pathlib import Path

import pytest
from nbformat import NotebookNode, v4

from grader.course import sources
from grader.lint import Finding, fix, lint
from grader.notebooks import notebook
from grader.notebooks.regions import given_text, solution_text
from tests.support.notebooks import (
    CUT,
    CUT_TEST,
    FIXME,
    code,
    graded,
    header,
    lesson,
    read_only,
    save,
    setup,
    solution,
    source,
    text,
    written,
)

USED = code("print(FIXME)")
CHECK = "from nlplab import check\n\ncheck.equal({}, 1)"


@pytest.fixture
def faults(tmp_path: Path):
    """Lints notebooks as sections 01, 02 ...; gives pairs of cell label and rule."""

    def run(*sources: NotebookNode) -> list[tuple[str, str]]:
        for number, one in enumerate(sources, start=1):
            save(tmp_path, f"0{number}_cut", one)
        return [(finding.cell, finding.rule) for finding in lint(tmp_path)]

    return run


def messages(root: Path, nb: NotebookNode) -> str:
    save(root, "01_cut", nb)
    return "\n".join(finding.message for finding in lint(root))


def exercise(stub: str, answer: str, name: str = "two", number: str = "1.2") -> list:
    """A whole exercise whose region holds the stub lines and the answer."""
    lines = [f"#~ {line}" for line in stub.split("\n")] + answer.split("\n")
    body = "\n".join(["### BEGIN SOLUTION", *lines, "### END SOLUTION"])
    test = CHECK.format(name)
    return [*header(2, number), solution(name, body), graded(f"{name}-1", test)]


def with_test(test: str) -> NotebookNode:
    """The sound lesson, with one more test cell, c7."""
    nb = lesson()
    cell = graded("cut-2", test, 1)
    nb.cells.append(cell)
    for lang, old in enumerate(("2점", "2 points")):
        nb.cells[3 + lang].source = nb.cells[3 + lang].source.replace(old, old.replace("2", "3"))
    nb.cells[4].metadata.ko_hash = notebook.ko_hash(nb.cells[3].source)
    cell.id = "c7"
    return nb


def test_sound_notebook_has_no_findings(faults):
    sound = lesson(
        exercise("two = FIXME", "two = 1"),
        read_only("device", "print(2)"),
        code("%time print(cut('a b'))"),
    )
    assert faults(sound) == []


def test_finding_names_file_cell_rule_and_what_to_do(tmp_path):
    nb = lesson()
    nb.cells[6].outputs = [v4.new_output("stream", text="1")]
    save(tmp_path, "01_cut", nb)
    (finding,) = lint(tmp_path)
    where = "source/01_cut/01_cut.ipynb"
    assert finding == Finding(where, "c6 (cut-1)", "outputs-in-source", "clear its outputs")
    assert str(finding) == f"{where}: c6 (cut-1): outputs-in-source: clear its outputs"


# --- texts ---


def test_korean_text_without_its_twin_is_found(faults):
    assert faults(lesson(text("가", "a")[:1])) == [("c7", "twin-missing")]


def test_twin_below_another_cell_is_missing(faults):
    korean, english = text("가", "a")
    found = faults(lesson(korean, code("print(1)"), english))
    assert found == [("c7", "twin-missing"), ("c9", "twin-missing")]


def test_text_without_language_is_found(faults):
    assert faults(lesson(v4.new_markdown_cell("a"))) == [("c7", "twin-missing")]


def test_twin_of_an_older_korean_text_is_stale(faults):
    korean, english = text("가", "a")
    korean.source = "나"
    assert faults(lesson([korean, english])) == [("c8", "twin-stale")]


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("**실행…**입니다", ["bold-unseen"]),
        ("**실행…** 메뉴의 **첫 줄**입니다", []),
        ("점수(**로짓**, logits)로", []),
    ],
)
def test_bold_that_shows_as_asterisks_is_found(faults, line: str, rules: list[str]):
    assert [rule for _, rule in faults(lesson(text(line, "a")))] == rules


def test_twin_with_nbgrader_metadata_is_found(faults):
    korean, english = text("가", "a")
    locked = read_only("note", "").metadata.nbgrader
    english.metadata.nbgrader = locked
    assert faults(lesson([korean, english])) == [("c8 (note)", "twin-nbgrader")]


# --- written answers ---


def test_a_written_answer_in_both_languages_with_its_rubric_has_no_findings(faults):
    assert faults(lesson(written())) == []


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        (lambda w: w[3].metadata.pop("nbgrader"), {"twin-nbgrader"}),
        (lambda w: w[3].metadata.nbgrader.update(points=3), {"twin-nbgrader"}),
        (lambda w: w[5].metadata.pop("tags"), {"twin-nbgrader"}),
        (lambda w: [c.metadata.nbgrader.update(grade_id="de-fend") for c in w[2:4]], {"written"}),
        (lambda w: [c.metadata.nbgrader.update(points=0) for c in w[2:4]], {"missing-points"}),
        (lambda w: [c.metadata.pop("tags") for c in w[4:]], {"written"}),
        (lambda w: w[5].update(source="- all: 2"), {"written"}),
        (lambda w: w[3].metadata.update(ko_hash="old"), {"twin-stale"}),
        (lambda w: w[:1], set()),
    ],
)
def test_a_fault_in_a_written_answer_is_found(faults, change, rules: set[str]):
    cells = v4.new_notebook(cells=written()).cells
    change(cells)
    assert rules <= {rule for _, rule in faults(lesson(cells))}


def test_a_written_answer_takes_no_name_of_another(faults):
    nb = lesson(written("cut"))
    assert "grade-id" in {rule for _, rule in faults(nb)}


# --- exercises ---


def test_header_lines_of_both_languages_give_minutes_difficulty_and_points(faults):
    for old, new, rules in [
        ("10분", "", {"missing-minutes"}),
        ("10 min", "12 min", {"missing-minutes"}),
        ("difficulty 3/5", "difficulty 6/5", {"missing-minutes"}),
        ("연습 1.1", "연습", {"missing-minutes", "missing-points"}),
        ("2점", "3점", {"missing-points"}),
        (" · 2 points", "", {"missing-points"}),
    ]:
        korean, english = (cell.source.replace(old, new) for cell in header())
        cells = [text(korean, english), solution("cut", CUT), graded("cut-1", CUT_TEST)]
        found = faults(source(setup(FIXME), *cells))
        assert {rule for _, rule in found} == rules, (old, new)
        assert {cell for cell, _ in found} == {"c3 (cut)"}


def test_header_of_the_exercise_before_does_not_count(faults):
    found = faults(lesson(exercise("two = FIXME", "two = 1")[2:]))
    assert set(found) == {("c7 (two)", "missing-minutes"), ("c7 (two)", "missing-points")}


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        (graded("cut-1", CHECK.format(1), 0), "is taken"),
        (graded("cut-2", CHECK.format(1), 0), "give it points"),
        (graded("paste-1", CHECK.format(1)), "no solution cell has the grade_id 'paste'"),
        (graded("cut", CHECK.format(1)), "dash, number"),
        (code("x = 1", nbgrader={"grade_id": "x"}), "add to its nbgrader metadata: grade, locked"),
    ],
)
def test_wrong_grade_id_is_found(tmp_path, cell: NotebookNode, message: str):
    assert message in messages(tmp_path, lesson(cell))


def test_exercise_without_tests_is_found(tmp_path):
    body = exercise("two = FIXME", "two = 1")[:-1]
    assert "write a test cell two-1" in messages(tmp_path, lesson(body))


def test_skipped_cell_has_a_grade_id_and_is_locked(faults):
    assert faults(lesson(code("x = 1", tags=["skip-grading"]))) == [("c7", "skip-grading")]
    loose = read_only("device", "x = 1")
    loose.metadata.nbgrader.locked = False
    assert faults(lesson(loose)) == [("c7 (device)", "skip-grading")]


def test_graded_cell_is_not_skipped(faults):
    nb = lesson()
    nb.cells[6].metadata.tags = ["skip-grading"]
    assert faults(nb) == [("c6 (cut-1)", "skip-grading")]


# --- stubs and given cells ---


@pytest.mark.parametrize(
    ("stub", "answer"),
    [
        ("two = FIXME", "two = max(1, 2)"),
        ("two = max(FIXME, 2)", "two = max(1, 2)"),
        ("two = max(...)", "two = max(1, 2)"),
        ("two = max(FIXME,FIXME)  # larger", "two = max(\n    1,\n    2,\n)"),
        ("for i in range(FIXME):\n    two = i", "for i in range(3):\n    two = i"),
        ("# TODO: the larger one\nraise NotImplementedError", "two = 1"),
        ("def two():\n    pass", "def two():\n    return 1"),
    ],
)
def test_stub_line_that_is_a_solution_line_with_blanks_is_sound(faults, stub: str, answer: str):
    assert ("c9 (two)", "stub-stale") not in faults(lesson(exercise(stub, answer)))


@pytest.mark.parametrize(
    ("stub", "answer"),
    [
        ("two = min(FIXME, 2)", "two = max(1, 2)"),
        ("total = FIXME", "two = 1"),
        ("two = max(FIXME)", "two = 1"),
        ("two = FIXME + ", "two = 1 + 1"),
    ],
)
def test_stub_that_is_not_like_its_solution_is_stale(faults, stub: str, answer: str):
    assert ("c9 (two)", "stub-stale") in faults(lesson(exercise(stub, answer)))


def test_broken_solution_region_is_found(tmp_path):
    assert "has no solution region" in messages(tmp_path, lesson(solution("two", "two = 1")))
    region = code("### BEGIN SOLUTION\nx = 1\n### END SOLUTION")
    assert "make it a solution cell" in messages(tmp_path, lesson(region))


def test_given_cell_is_held_to_its_solution_and_fixed(tmp_path, faults):
    given = source(setup(FIXME), code("def cut(): ...", given=["01_cut/cut"]), USED)
    assert faults(lesson(), given) == [("c1", "given")]
    assert fix(tmp_path) == [sources.source_path(tmp_path, "02_cut")]
    assert lint(tmp_path) == []
    assert fix(tmp_path) == []


def test_all_that_is_given_stands_in_one_cell(faults):
    one = code("def cut(): ...", given=["01_cut/cut"])
    other = code("def cut(): ...", given=["01_cut/cut"])
    nb = source(setup(FIXME), one, other, USED)
    assert faults(lesson(), nb).count(("c2", "given")) == 2


@pytest.mark.parametrize("name", ["01_cut/none", "02_cut/cut", "cut"])
def test_given_cell_names_a_solution_of_an_earlier_section(faults, name: str):
    nb = lesson(code("x = 1", given=[name]))
    assert faults(source(setup(FIXME), USED), nb) == [("c7", "given")]


# --- test cells ---


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("check.equal(torch.ones(1), cut('a'))", "test-names"),
        ("cut.limit = 3", "test-writes"),
        ("cut.table['a'] = 3", "test-writes"),
        ("cut('a')[0] += 'b'", "test-writes"),
        ("del cut", "test-writes"),
        ("setattr(cut, 'limit', 3)", "test-writes"),
        ("cut = check.build(cut)", "test-writes"),
        ("check.manual_seed(0)", "test-seed"),
        ("open('a.txt')", "test-outside"),
        ("import urllib.request as u; u.urlopen(cut('a'))", "test-outside"),
        ("cut('a').cuda()", "test-outside"),
        ("cut('a').to('cuda:0')", "test-outside"),
        ("import nbgrader; nbgrader.x", "imports"),
        ("from grader import judge; judge.x", "imports"),
        ("%time cut('a')", "syntax"),
    ],
)
def test_test_cell_that_breaks_a_rule_is_found(faults, line: str, rule: str):
    found = faults(with_test(f"from nlplab import check\n\ncheck.equal(1, 1)\n{line}"))
    assert ("c7 (cut-2)", rule) in found


@pytest.mark.parametrize(
    "lines",
    [
        'import torch\nx = {}\nx["a"] = torch.ones(2)\ncheck.equal(cut("a"), x)',
        "words = ['a']\ncheck.equal([cut(word) for word in words], [['a']])",
        "model = check.build(cut)\nmodel.load_state_dict({})",
    ],
)
def test_test_cell_may_make_its_own_values(faults, lines: str):
    found = faults(with_test(f"from nlplab import check\n\n{lines}"))
    assert {rule for _, rule in found} <= {"ruff"}


def test_test_cell_compares_with_check(faults):
    assert faults(with_test('assert cut("a") == ["a"]')) == [("c7 (cut-2)", "test-check")]


def test_given_names_are_the_students_too(faults):
    test = graded("two-1", CHECK.format('cut("a")'))
    text = given_text(["01_cut/cut"], {"01_cut/cut": solution_text(CUT.strip())})
    folded = {"cellView": "form", "jupyter": {"source_hidden": True}}
    given = code(text, given=["01_cut/cut"], **folded)
    cells = exercise("two = FIXME", "two = 1")[:-1]
    assert faults(lesson(), source(setup(FIXME), given, cells, test)) == []


# --- the notebook ---


def test_execution_count_is_found(faults):
    nb = lesson()
    nb.cells[2].execution_count = 1
    assert faults(nb) == [("c2", "execution-count")]


def test_cells_need_ids_of_their_own(faults):
    nb = lesson(code("print(1)"), code("print(2)"))
    nb.cells[7].id = nb.cells[0].id
    del nb.cells[8]["id"]
    assert faults(nb) == [("c0", "ids"), ("c0", "ids"), ("?", "ids")]


def test_first_code_cell_holds_the_lines_of_the_release(tmp_path):
    found = messages(tmp_path, source(code('setup(lang="en")'), setup()))
    assert 'NEEDS = "0"' in found
    assert 'REPOSITORY = ""' in found
    assert 'setup(lang="ko")' in found


def test_first_code_cell_is_the_same_in_every_notebook(faults):
    other = source(setup("import os\n"), code("print(os)"))
    assert faults(source(setup()), other, source(setup())) == [("c0", "setup")]


def test_code_that_is_not_python_is_found(faults):
    assert ("c7", "syntax") in faults(lesson(code("x = = 1")))


def test_ruff_names_the_cell_and_the_line(tmp_path):
    found = messages(tmp_path, lesson(code("print(1)"), code("x = 1\nprint(y)")))
    assert found == "F821 in line 2: Undefined name `y`"


def test_ruff_format_is_asked_for_with_the_line(tmp_path):
    assert messages(tmp_path, lesson(code("x = 1\ny=2"))) == "format it: - y=2"


def test_name_that_only_a_stub_uses_must_be_defined(tmp_path):
    nb = lesson(exercise("two = FIXME + 1", "two = 1 + 1"))
    nb.cells[2].source = nb.cells[2].source.replace(f"{FIXME}\n", "")
    for cell in nb.cells:
        cell.source = cell.source.replace("words = FIXME", "words = text.split()")
    found = messages(tmp_path, nb).split("\n")
    assert "F821 in its stub: Undefined name `FIXME`" in found


def test_ruff_leaves_imports_below_and_shapes_alone(faults):
    imports = "from jaxtyping import Float\nfrom torch import Tensor"
    shaped = f'{imports}\n\nX = Float[Tensor, "src hidden"], Float[Tensor, "4*src"]'
    assert faults(lesson(code(shaped), code("from torch import Tensor\n\nprint(Tensor)"))) == []


def test_an_axis_name_does_not_hide_a_name_that_is_missing(tmp_path):
    imports = "from jaxtyping import Float\nfrom torch import Tensor"
    found = messages(tmp_path, lesson(code(f'{imports}\n\nX = Float[Tensor, "src"], src')))
    assert found == "F821 in line 4: Undefined name `src`"


def test_code_cells_are_short_in_the_median(faults):
    long = [code("\n".join(f"{name}{i} = {i}" for i in range(9))) for name in "abcd"]
    assert faults(lesson(*long[:1])) == []
    assert faults(lesson(*long)) == [("", "cell-length")]


def test_helper_that_stands_twice_is_found(faults):
    one, two = (f"def {name}(x):\n    return sum(x) / len(x)" for name in ("mean", "average"))
    first = lesson(code(one), code("def other(x):\n    return x"))
    found = faults(first, source(setup(FIXME), code(two), USED))
    assert found == [("c1", "duplicate-helper")]
