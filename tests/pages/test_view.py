"""What a student sees of a graded notebook."""

from nbformat.v4 import new_code_cell, new_notebook, new_output

from grader.notebooks import notebook
from grader.pages.html import speaker
from grader.pages.view import Shown


def shown(cell) -> str:
    found = Shown(new_notebook(cells=[cell]), {}, set(), speaker("en")).rest()
    return "".join(map(str, found))


def test_what_may_tell_of_hidden_cases_is_not_shown_and_it_is_said_why():
    cell = new_code_cell("print(asked)", outputs=[new_output("stream", text="what was asked")])
    assert "what was asked" in shown(cell)
    notebook.withhold(cell)
    assert "what was asked" not in shown(cell)
    assert "not shown here" in shown(cell)


def test_a_withheld_cell_that_put_out_nothing_says_nothing():
    cell = new_code_cell("x = 1")
    notebook.withhold(cell)
    assert "not shown here" not in shown(cell)
