"""One submission, run in a kernel and judged: what goes wrong costs only what it touches."""

import json
import time
from contextlib import contextmanager, suppress

import psutil
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from grader.grading.exam import Exam
from grader.grading.task import grade
from grader.kernel.client import KernelEnded
from grader.kernel.launcher import ForkServer
from grader.limits import Limits
from grader.notebooks import files, notebook
from nlplab.messages import catalogue

pytestmark = pytest.mark.slow

ANSWERS = """
import sys, os, warnings

def add(a, b):
    print("adding")
    warnings.warn("careful")
    print("on stderr", file=sys.stderr)
    return a + b

def divide(a, b):
    quotient = a / b
    return quotient

def hang():
    while True:
        pass

def far():
    return FAR

def leave():
    os._exit(1)
"""


def test_cell(grade_id: str, body: str):
    source = f"from nlplab import check\n\nwith check.exercise({grade_id!r}):\n    {body}"
    marks = {"grade_id": grade_id, "grade": True, "solution": False, "points": 1, "locked": True}
    return new_code_cell(source, metadata={"nbgrader": marks})


test_cell.__test__ = False


@pytest.fixture(scope="module")
def graded():
    slow = "FAR = 1; del add"
    skipped = new_code_cell(slow, metadata={"nbgrader": {"grade_id": "slow", "locked": True}})
    forged = "from IPython.display import display\nadd(1, 1)"
    cells = [
        new_code_cell(ANSWERS),
        skipped,
        test_cell("add-1", "check.equal(add(1, 2), 3)"),
        test_cell("divide-1", "check.equal(divide(1, 0), 0)"),
        test_cell("far-1", "check.equal(far(), 1)"),
        new_code_cell("1 / 0"),
        test_cell("hang-1", "hang()"),
        test_cell("add-2", "check.equal(add(2, 2), 5)"),
        new_code_cell(forged),
        test_cell("leave-1", "leave()"),
        test_cell("add-3", "check.equal(add(1, 2), 3)"),
        new_code_cell("leave()"),
        new_code_cell("print('after')"),
        test_cell("add-4", "check.equal(add(1, 2), 3)"),
    ]
    submission = files.dumps(new_notebook(cells=cells)).encode()
    with ForkServer(sealed=False) as launcher:
        return grade(submission, launcher, Exam(frozenset({"slow"})), Limits(cell=2))


@pytest.fixture(scope="module")
def tests(graded):
    return {test.grade_id: test for test in graded.tests}


def outputs(graded, grade_id: str) -> list[dict]:
    cells = json.loads(graded.notebook)["cells"]
    return next(
        cell["outputs"]
        for cell in cells
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == grade_id
    )


def test_a_right_answer_passes_and_its_prints_are_kept(graded, tests):
    assert tests["add-1"].outcome == "passed"
    assert "adding" in str(outputs(graded, "add-1"))


def test_a_cell_to_skip_does_not_run(graded, tests):
    assert tests["add-1"].outcome == "passed"
    assert outputs(graded, "slow") == []


def test_a_crash_points_at_the_students_line(tests):
    assert tests["divide-1"].key == "check.crashed"
    assert "quotient = a / b" in tests["divide-1"].message
    assert tests["divide-1"].line == "quotient = a / b"


def test_a_name_of_a_cell_that_is_not_run_for_a_grade_is_told_as_such(tests):
    assert tests["far-1"].key == "check.defined_elsewhere"
    assert "FAR" in tests["far-1"].message


def test_an_endless_loop_is_stopped_and_the_rest_goes_on(tests):
    assert tests["hang-1"].key == "check.timeout"
    assert tests["add-2"].key == "check.value"


def test_a_wrong_answer_leaves_an_error_that_nbgrader_scores_with_zero(graded):
    [*_, error] = outputs(graded, "add-2")
    assert (error["output_type"], error["ename"]) == ("error", "Mistake")


def test_an_answer_that_ends_its_process_loses_that_check_alone(tests):
    assert tests["leave-1"].key == "check.process_ended"
    assert tests["add-3"].outcome == "passed"


def test_when_the_kernel_dies_the_rest_has_not_run_and_says_so(tests):
    assert tests["add-4"].outcome == "not_run"
    assert tests["add-4"].message


def test_every_test_cell_has_exactly_one_outcome(graded, tests):
    assert len(graded.tests) == len(tests) == 8


def goes_on(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):
        return process.status() != psutil.STATUS_ZOMBIE
    return False


class Counted:
    """A forkserver that counts its kernels, and ends their keepers where it is told to."""

    def __init__(self, launcher, vanish=False):
        self.launcher, self.vanish, self.started = launcher, vanish, 0
        self.killed = launcher.killed

    @contextmanager
    def kernel(self, limits):
        self.started += 1
        with self.launcher.kernel(limits) as kernel:
            if self.vanish and self.started == 1:
                [said] = kernel.run("import os\nprint(os.getppid(), os.getpid())")
                keeper, own = (psutil.Process(int(pid)) for pid in said.text.split())
                keeper.kill()
                while goes_on(keeper) or goes_on(own):
                    time.sleep(0.01)
            yield kernel


def test_a_kernel_that_ended_is_no_second_try_and_a_keeper_that_vanished_is_one():
    cells = [new_code_cell("import os"), test_cell("add-1", "check.equal(1, 1)")]
    ends = [*cells, new_code_cell("os._exit(1)"), test_cell("add-2", "check.equal(1, 1)")]
    with ForkServer(sealed=False) as server:
        for code, vanish, outcomes in (
            (ends, False, ["passed", "not_run"]),
            (cells, True, ["passed"]),
        ):
            launcher = Counted(server, vanish)
            graded = grade(files.dumps(new_notebook(cells=code)).encode(), launcher)
            assert [test.outcome for test in graded.tests] == outcomes
            assert launcher.started == 1 + vanish


class Ending:
    """A forkserver whose kernels end in the first cell, while something else goes on here."""

    outputs = ()

    def __init__(self, meanwhile=lambda: None):
        self.meanwhile = meanwhile

    @contextmanager
    def kernel(self, limits):
        yield self

    def run(self, source):
        self.meanwhile()
        raise KernelEnded

    def leave(self):
        pass

    def keeper_vanished(self):
        return False

    def killed(self):
        return 0


def in_language(lang: str) -> bytes:
    cells = [new_code_cell(f'setup(lang="{lang}")'), test_cell("add-1", "check.equal(1, 1)")]
    return files.dumps(new_notebook(cells=cells)).encode()


def test_two_submissions_at_once_are_each_told_in_their_own_language():
    told = {}

    def an_english_one():
        told["en"] = grade(in_language("en"), Ending())

    told["ko"] = grade(in_language("ko"), Ending(an_english_one))
    why = catalogue()["check.kernel_died"]
    assert why["en"] in told["en"].tests[0].message
    assert why["ko"] in told["ko"].tests[0].message


WATCHED = """
import threading
asked = []

def add(a, b):
    asked.append(a)
    return a + b
"""


@pytest.mark.parametrize("threads", [0, 1])
def test_what_follows_a_check_in_the_kernel_itself_is_withheld_from_the_student(threads):
    start = "threading.Thread(target=threading.Event().wait, daemon=True).start()"
    cells = [
        new_code_cell(WATCHED + threads * start),
        test_cell("add-1", "check.equal(add(41, 2), 43)"),
        new_code_cell("print(asked)"),
    ]
    with ForkServer(sealed=False) as launcher:
        graded = grade(files.dumps(new_notebook(cells=cells)).encode(), launcher)
    [*_, last] = files.parse(graded.notebook).cells
    assert last.outputs[0].text == ("[41]\n" if threads else "[]\n")
    assert notebook.is_withheld(last) is bool(threads)
