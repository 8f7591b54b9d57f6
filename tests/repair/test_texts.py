"""What the text of a cell says, whatever happened to its characters."""

import pytest

from grader.repair.texts import legible


@pytest.mark.parametrize(
    "text", ["def cut(text):\n    return text.split()", 'choice = "b"', "x = 1\n\ny = 2\n"]
)
def test_question_marks_that_an_encoding_put_before_each_line_are_taken_away(text):
    marked = "\n".join(line and f"?{line}" for line in text.split("\n"))
    assert legible(marked) == text


@pytest.mark.parametrize(
    "text", ["?nn.RNN", "?torch.stack\n?torch.cat", "?nn.RNN\nx = 1", "x = 1\nx?", "?x = (\n?y"]
)
def test_questions_to_ipython_and_what_is_no_python_without_them_stay(text):
    assert legible(text) == text
