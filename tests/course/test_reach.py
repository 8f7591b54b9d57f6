"""What a part of a module reaches: all that may change what it does, and little else."""

import pytest

from grader.course import reach

CODE = '''
"""A module."""

import math
from nlplab.doubles import Fading as Double, Mean

LENGTH = 3


@kept
def helper(text):
    return Double(text, LENGTH)


def case(look):
    """A case."""
    look.call(helper)


def by_place(look):
    look.build("nlplab.checks.small.Cell")


class Cell:
    pass


def other(look):
    look.call(math.sqrt, Mean)


CASES = {"case-1": (case, *drawn(by_place, seed=1)), "other-1": (other,)}
'''


def text(*roots: str) -> str:
    return "\n".join(reach.reached(CODE, roots))


def test_what_a_name_uses_is_reached_over_any_number_of_steps():
    assert "def helper" in text("case")
    assert "LENGTH = 3" in text("case")


def test_decorators_belong_to_what_they_stand_on():
    assert "@kept" in text("helper")


def test_what_is_named_in_a_string_is_reached():
    assert "class Cell" in text("by_place")


def test_of_an_import_the_names_that_are_used_are_reached():
    assert "nlplab.doubles Fading" in text("case")
    assert "Mean" not in text("case")
    assert " math" in text("other")


def test_what_nothing_leads_to_is_not_reached():
    assert "def other" not in text("case")
    assert "A module." not in text("case", "other")


def test_a_name_that_is_only_imported_is_defined_elsewhere():
    assert text("math", "Double") == ""


def test_a_name_that_is_not_there_reaches_nothing():
    assert reach.reached(CODE, ["nothing"]) == []


def test_a_statement_that_defines_nothing_concerns_all():
    assert reach.reached("torch.manual_seed(0)\ndef case(): pass", []) == ["torch.manual_seed(0)"]


def test_a_name_that_is_defined_twice_reaches_both():
    assert reach.reached("a = 1\na = 2", ["a"]) == ["a = 1", "a = 2"]


def test_each_value_of_a_mapping_is_found_by_its_key():
    assert reach.entries(CODE, "CASES") == {
        "case-1": "(case, *drawn(by_place, seed=1))",
        "other-1": "(other,)",
    }


def test_without_the_mapping_there_are_no_entries():
    assert reach.entries("CASES = 3", "CASES") == {}


def test_what_is_no_python_is_refused():
    with pytest.raises(SyntaxError):
        reach.reached("def", [])
