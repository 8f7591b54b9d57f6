"""What the bench prints: a row for each piece of work, and two lines that others quote."""

import re

import pytest

from tools.bench import Row, closing

ONE = Row("one of 01_tokenizer", 1, [6.0, 5.0, 7.0], [2.5, 2.0, 3.0])
MANY = Row("40 over all sections", 40, [200.0], [10.0])
ALONE = Row("400", 400, [], [100.0], "0.50 core-s each")


def test_a_row_has_the_smallest_and_the_median_of_both_and_how_many_times_as_long_one_takes():
    assert str(ONE).split() == ["one", "of", "01_tokenizer", "5.00", "6.00", "2.00", "2.50", "2.5"]


def test_a_row_that_nbgrader_has_no_part_in_has_no_ratio():
    assert str(ALONE).split() == ["400", "100.00", "100.00", "0.50", "core-s", "each"]


@pytest.mark.parametrize(("differing", "equal"), [([], "yes"), (["ann"], "no")])
def test_the_last_lines_tell_the_first_submission_and_each_of_many(differing, equal):
    first, ratio = closing([ONE, MANY, ALONE], differing)
    assert first == "first 2.5  nbgrader 5.00 s  grader 2.00 s"
    each = "nbgrader 5.00 s/submission  grader 0.25 s/submission"
    assert re.fullmatch(rf"ratio 20\.0  {each}  cores \d+  equal {equal}", ratio)


def test_rows_alone_have_no_last_lines():
    assert [*closing([ALONE], [])] == []
