"""What a student's answer can use in its notebook it can use where it is graded, or is told why."""

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from grader.grading.task import grade
from grader.kernel.launcher import ForkServer
from grader.notebooks import files
from grader.outcome import NEWER
from tests.support.notebooks import graded, solution

pytestmark = pytest.mark.slow

TEST = "from nlplab import check\n\nwith check.exercise('add-1'):\n    check.equal(add(1, 2), 3)"
ADD = "def add(a, b):\n    return a + b"


@pytest.fixture(scope="module", params=["open", "sealed"])
def launcher(request):
    with ForkServer(sealed=request.param == "sealed") as process:
        yield process


def outcome(launcher, *cells, answer=ADD, version="3.11"):
    """Of the one test, which stands behind these cells and an answer."""
    nb = new_notebook(cells=[*map(new_code_cell, cells), solution("add", answer)])
    nb.cells.append(graded("add-1", TEST))
    nb.metadata["language_info"] = {"name": "python", "version": version}
    [test] = grade(files.dumps(nb).encode("utf-8", "surrogatepass"), launcher).tests
    return test


@pytest.mark.parametrize(
    "line",
    [
        "from google.colab import drive, files, userdata\ndrive.mount('/content/drive')",
        "import google.colab\ngoogle.colab.files.download('a.txt')",
        "from google.colab.patches import cv2_imshow",
        "try:\n    from google.colab import output\nexcept ImportError:\n    pass",
    ],
)
def test_what_only_colab_has_costs_an_answer_nothing(launcher, line):
    assert outcome(launcher, answer=f"{line}\n\n{ADD}").outcome == "passed"


def test_a_module_that_a_cell_has_written_can_be_imported(launcher):
    helper = f"%%writefile helper.py\n{ADD}"
    assert outcome(launcher, helper, answer="from helper import add").outcome == "passed"


def test_a_module_that_is_not_there_is_told_and_not_that_the_function_is_not_defined(launcher):
    told = outcome(launcher, answer=f"import my_helper\n\n{ADD}")
    assert told.key == "check.cell_stopped"
    assert "my_helper" in told.message


def test_an_error_in_the_first_line_is_told(launcher):
    told = outcome(launcher, answer=f"print(undefined_thing)\n\n{ADD}")
    assert told.key == "check.cell_stopped"
    assert "undefined_thing" in told.message


def test_an_error_behind_the_function_costs_nothing(launcher):
    assert outcome(launcher, answer=f"{ADD}\n\nprint(add(1, 'a'))").outcome == "passed"


NEW_SYNTAX = "def add(a, b):\n    return a |> b"


def test_syntax_of_a_newer_python_waits_for_a_person_and_names_both_versions(launcher):
    told = outcome(launcher, answer=NEW_SYNTAX, version="3.99.1")
    assert (told.outcome, told.key) == ("not_run", NEWER)
    assert "3.99" in told.message


def test_wrong_syntax_of_a_python_no_newer_is_told_as_an_error(launcher):
    told = outcome(launcher, answer="def add(a, b):\n    return a +", version="3.8.2")
    assert told.key == "check.cell_stopped"
    assert "SyntaxError" in told.message


@pytest.mark.parametrize(
    "answer",
    [
        ADD.replace("return", "print('\\ud800')\n    return"),
        f"print('\\udfff half of a letter')\n{ADD}",
        f"class Odd(Exception):\n    pass\n\n{ADD}\n\nraise Odd('\\ud83d')",
    ],
    ids=["in the function", "in the cell", "raised"],
)
def test_half_a_letter_in_what_is_printed_or_raised_costs_nothing(launcher, answer):
    assert outcome(launcher, answer=answer).outcome == "passed"


def test_half_a_letter_in_what_an_answer_raises_is_told_as_its_error(launcher):
    told = outcome(launcher, answer="def add(a, b):\n    raise ValueError('\\ud800')")
    assert told.key == "check.crashed"
    told.message.encode("utf-8")
