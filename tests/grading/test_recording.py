"""What is recorded of a section, and what must be mended before anything is."""

import sys
from contextlib import nullcontext
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from grader.course import checks
from grader.errors import CourseError
from grader.grading import observing, recording
from nlplab.checks.match import mistake
from tests.support import notebooks
from tests.support.both_ways import thread_kernel

NAME = "01_small"
CUT = '''
def cut(text):
    """The words of a text."""
    ### BEGIN SOLUTION
    #~ return FIXME
    return text.split()
    ### END SOLUTION
'''
TEST = "checks.cut_1(cut)\n### BEGIN HIDDEN TESTS\nchecks.cut_1.hidden(cut)\n### END HIDDEN TESTS"
CASES = '''
"""Cases."""

from nlplab.checks.check import check


def two_words(look, cut):
    """Two."""
    look.call(cut, "a b")


cut_1 = check("01_small", "cut-1", two_words)
'''
HIDDEN = 'def no_word(look, cut):\n    look.call(cut, "")\n\nCASES = {"cut-1": (no_word,)}\n'
LAST = "def cut(text): return text.split()[:-1]"
FIRST = "def cut(text): return text.split()[:1]"
BY_ONE_SPACE = 'def cut(text): return text.split(" ")'


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course of one exercise, whose cells run in threads; nothing is in its bank."""
    cells = [*notebooks.header(), notebooks.solution("cut", CUT), notebooks.graded("cut-1", TEST)]
    notebooks.save(tmp_path, NAME, notebooks.source(notebooks.setup(notebooks.FIXME), cells))
    for path in ("nlplab/checks/recorded", "tests/answers/01_small/cut"):
        (tmp_path / path).mkdir(parents=True)
    cases(tmp_path, monkeypatch, CASES)
    (tmp_path / "source" / f"{NAME}.hidden.py").write_text(HIDDEN)
    launcher = SimpleNamespace(kernel=lambda limits: thread_kernel())
    monkeypatch.setattr(observing, "kernels", lambda of: nullcontext(launcher))
    return tmp_path


def cases(root: Path, patch: pytest.MonkeyPatch, text: str) -> None:
    """Have a section's module of checks say this."""
    (root / "nlplab" / "checks" / "small.py").write_text(text)
    module = ModuleType("nlplab.checks.small")
    exec(text, vars(module))
    patch.setitem(sys.modules, module.__name__, module)


def answer(root: Path, name: str, note: str, code: str) -> None:
    path = root / "tests" / "answers" / NAME / "cut" / f"{name}.py"
    path.write_text(f'"""{note}"""\n\n{code}\n')


def recorded(root: Path, part: int = 0) -> dict:
    """What is recorded of the one check; of its hidden cases with `part` 1."""
    path = recording.record(root, NAME, ["cut"])[part]
    return checks.read(path)["checks"]["cut-1"]


def test_right_is_what_the_solution_shows_and_a_mistake_where_it_departs(root):
    answer(root, "right_loop", "By hand.", "def cut(text): return [*text.split()]")
    answer(root, "wrong_last", "The last is lost. [cut.last]", LAST)
    assert recorded(root) == {
        "right": {
            "two_words/1:result:kind": "list",
            "two_words/1:result:length": 2,
            "two_words/1:result:items": ["str"],
            "two_words/1:result:value": ["a", "b"],
        },
        "known": [
            {
                "key": "cut.last",
                "departs": {"two_words/1:result:length": 1, "two_words/1:result:value": ["a"]},
                "files": ["wrong_last"],
            }
        ],
        "points": 2,
    }


def test_files_that_depart_alike_are_kept_as_one_which_each_of_them_teaches(root):
    answer(root, "wrong_first", "The first alone. [cut.last]", FIRST)
    answer(root, "wrong_last", "The last is lost. [cut.last]", LAST)
    entry = recorded(root)
    assert [known["files"] for known in entry["known"]] == [["wrong_first", "wrong_last"]]
    found = entry["right"] | entry["known"][0]["departs"]
    assert mistake(found, recording.expected(entry, without="wrong_last")) == "cut.last"


def test_what_one_file_alone_teaches_is_not_known_without_it(root):
    answer(root, "wrong_last", "The last is lost. [cut.last]", LAST)
    entry = recorded(root)
    found = entry["right"] | entry["known"][0]["departs"]
    assert mistake(found, recording.expected(entry)) == "cut.last"
    assert mistake(found, recording.expected(entry, without="wrong_last")) is None


def test_a_mistake_that_visible_cases_pass_is_known_by_hidden_ones(root):
    answer(root, "wrong_space", "One space alone. [cut.space]", BY_ONE_SPACE)
    entry = recorded(root, part=1)
    assert [known["key"] for known in entry["known"]] == ["cut.space"]
    assert entry["caught"] == ["wrong_space"]


def test_a_general_key_is_not_recorded(root):
    answer(root, "wrong_none", "Forgets to return. [check.none]", "def cut(text): text.split()")
    assert recorded(root)["known"] == []


def test_a_mistake_is_known_by_the_aspects_that_its_docstring_names(root):
    answer(root, "wrong_last", "The last is lost. [cut.last: length]", LAST)
    [known] = recorded(root)["known"]
    assert known["departs"] == {"two_words/1:result:length": 1}


REFUSED = {
    "a right answer that differs": (
        {"right_comma": ("By commas.", 'def cut(text): return text.split(",")')},
        r"cut-1 \(shown\): 01_small/cut/right_comma\.py \[right\] is a right answer and differs",
    ),
    "a right answer that differs in hidden cases alone": (
        {"right_space": ("By spaces.", BY_ONE_SPACE)},
        r"cut-1 \(hidden\): 01_small/cut/right_space\.py \[right\] is a right answer and differs",
    ),
    "a right answer that varies": (
        {
            "right_sometimes": (
                "Now and then.",
                "import random\nheads = random.random() < 0.5\n"
                "def cut(text): return text.split() if heads else [text]",
            )
        },
        r"right_sometimes\.py \[right\] is a right answer and differs",
    ),
    "a wrong answer that varies": (
        {
            "wrong_random": (
                "At random. [cut.random]",
                "import random\nsome = random.random()\n"
                "def cut(text): return [str(some)] * len(text.split())",
            )
        },
        r"wrong_random\.py \[cut\.random\] is told None",
    ),
    "two keys that no case tells apart": (
        {
            "wrong_first": ("The first alone. [cut.first]", FIRST),
            "wrong_last": ("The last is lost. [cut.last]", LAST),
        },
        r"wrong_first\.py \[cut\.first\] is told None(.|\n)*wrong_last\.py \[cut\.last\] is told",
    ),
    "a wrong answer that is told another's mistake where it is not recorded": (
        {
            "wrong_first": ("The first alone. [cut.first]", FIRST),
            "wrong_last": ("The last is lost. [cut.last: length]", LAST),
        },
        r"wrong_first\.py \[cut\.first\] is told cut\.last where it is not in the bank",
    ),
    "a wrong answer that every case takes for right": (
        {"wrong_list": ("A copy. [cut.copied]", "def cut(text): return [*text.split()]")},
        r"wrong_list\.py \[cut\.copied\] is taken for right by every case",
    ),
}


@pytest.mark.parametrize(("answers", "refused"), REFUSED.values(), ids=REFUSED)
def test_what_makes_a_record_say_something_else_is_refused_by_name(root, answers, refused):
    for name, (note, code) in answers.items():
        answer(root, name, note, code)
    with pytest.raises(CourseError, match=refused):
        recorded(root)
    assert not list(root.rglob("*.json"))


def test_two_keys_that_no_case_tells_apart_can_each_be_named_as_true_as_the_other(root):
    """Both fit as well, so the general message is told: a docstring must allow that too."""
    answer(root, "wrong_first", "The first alone. [cut.first, cut.last, check.value]", FIRST)
    answer(root, "wrong_last", "The last is lost. [cut.last, cut.first, check.value]", LAST)
    assert [known["key"] for known in recorded(root)["known"]] == ["cut.first", "cut.last"]


def test_a_second_key_allows_what_a_part_cannot_tell_better(root):
    """By the aspect that it names, the first answer is known by less than the second."""
    answer(root, "wrong_first", "The first alone. [cut.first, cut.last: length]", FIRST)
    answer(root, "wrong_last", "The last is lost. [cut.last, cut.first]", LAST)
    assert [known["key"] for known in recorded(root)["known"]] == ["cut.first", "cut.last"]


def test_a_solution_that_varies_is_refused(root, monkeypatch):
    drawn = CASES.replace('"a b"', "next(WORDS)") + '\nWORDS = iter(["a", "b"])\n'
    cases(root, monkeypatch, drawn)
    with pytest.raises(CourseError, match=r"cut-1 \(shown\): the solution varies in two_words/1"):
        recorded(root)


def test_a_case_that_raises_by_itself_is_refused_as_the_courses_fault(root, monkeypatch):
    cases(root, monkeypatch, CASES.replace('look.call(cut, "a b")', "look.undefined(cut)"))
    with pytest.raises(CourseError, match=r"cut-1: a case raises by itself.*two_words"):
        recorded(root)
