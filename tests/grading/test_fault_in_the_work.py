"""What goes wrong while a submission runs and is judged: ours is no grade, its own is a zero."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import nbformat
import pytest

from grader.classroom import faults
from grader.errors import CourseError
from grader.grading import cluster, job, judge, task, worker
from grader.grading.bounded import Bounds
from grader.kernel.client import Kernel
from grader.sandboxed import protocol
from nlplab import compare
from tests.support import notebooks
from tests.support.planting import (
    HELD,
    NAME,
    RIGHT,
    InProcess,
    by_answer,
    class_of,
    grade,
    hand_in,
    of_two,
    planted,
    points,
    ref,
    with_kernels,
)

pytestmark = pytest.mark.slow

BUG = RuntimeError("a bug of ours")
ENGINE = cluster.engine
FORGED = """
import gc
from grader.sandboxed.agent import Line

[line] = [each for each in gc.get_objects() if isinstance(each, Line)]
""" + RIGHT.replace("    ", "    line.emit({output})\n    ", 1)
# What a submission does itself, and the points that it has for that.
OWN: dict[str, tuple[str, float]] = {
    "half a character is printed": (f"print('\\ud800')\n{RIGHT}", 4),
    "half a character is raised": ("def cut(text):\n    raise ValueError('\\ud800')", 0),
    "the kernel is left": ("import os\nos._exit(1)", 0),
    "the kernel is killed": ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", 0),
    "the answer runs for ever": ("def cut(text):\n    while True: pass", 0),
    "the answer floods": ("def cut(text):\n    while True: print('x' * 10**6)", 0),
    "memory is used up": ("def cut(text):\n    return [0] * 10**12", 0),
    "an error is forged": (
        FORGED.format(output={"output_type": "error", "ename": "", "evalue": "", "traceback": 5}),
        4,
    ),
    "an update is forged": (
        FORGED.format(
            output={"output_type": "display_data", "data": {}, "display_id": [], "update": True}
        ),
        4,
    ),
}


@pytest.fixture(scope="module")
def engine() -> Iterator[InProcess]:
    yield from with_kernels()


@pytest.fixture(autouse=True)
def in_this_process(engine: InProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "engine", engine.engine)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return of_two(tmp_path)


def kept(root: Path) -> dict[str, str]:
    return {of.student: cause for of, cause in faults.read(class_of(root)).items()}


# --- ours ---

OURS: dict[str, tuple[Any, ...]] = {
    "a test cell is taken apart": (judge, "_compiled", BUG),
    "a cell is sent to the kernel": (Kernel, "_send", BUG),
    "a test asks for a name": (Kernel, "_send", BUG, r'\["get"'),
    "memory ends in a test": (compare, "difference", MemoryError(), "'beta'"),
    "memory ends in an exercise": (compare, "difference", MemoryError(), "'c'"),
    "memory ends beside an answer": (protocol, "_load", MemoryError()),
    "what ran is written": (nbformat, "writes", BUG),
}


def in_anns_work(owner: Any, name: str, error: Exception, about: str = "") -> Any:
    """`work` with an exception planted in a function of ours while it does ann's."""
    work = job.work

    def working(task: bytes, *rest: Any) -> Any:
        with planted(owner, name, error, about) if b"by ann" in task else nullcontext():
            return work(task, *rest)

    return working


@pytest.mark.parametrize("step", OURS)
def test_an_exception_of_ours_in_the_work_is_no_grade(
    root: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(job, "work", in_anns_work(*OURS[step]))
        [ann, bob] = grade(root)
    error = type(OURS[step][2]).__name__
    assert error in ann.fault
    assert (kept(root), bob.summary()) == ({"ann": ann.fault}, "2 passed")
    assert points(root) == {"bob": (4, 4)}
    grade(root)
    assert (points(root)["ann"], kept(root)) == ((4, 4), {})


@pytest.mark.parametrize("step", ["a test asks for a name", "memory ends in an exercise"])
def test_a_fault_of_the_judge_says_at_which_test(
    root: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job, "work", in_anns_work(*OURS[step]))
    [ann, _] = grade(root)
    assert ann.fault.startswith("GraderFault: cut-")


def test_a_kernel_that_dies_while_the_machine_runs_out_of_memory_is_no_grade(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vmstat").write_text("nr_free_pages 7\noom_kill 3\n")
    monkeypatch.setattr(task, "VMSTAT", tmp_path / "vmstat")
    more = f"open({str(tmp_path / 'vmstat')!r}, 'w').write('oom_kill 4')"
    hand_in(root, "ann", f"import os, signal\n{more}\nos.kill(os.getpid(), signal.SIGKILL)")
    [ann, bob] = grade(root)
    assert ann.fault == "GraderFault: the kernel died while this machine ran out of memory"
    assert (points(root), bob.fault) == ({"bob": (4, 4)}, "")


def test_a_test_cell_that_is_no_python_is_no_grade(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, broken = job.work, (b"by ann", b"check.equal(", b"check.equal((")

    def working(task: bytes, *rest: Any) -> Any:
        return work(task.replace(*broken[1:]) if broken[0] in task else task, *rest)

    monkeypatch.setattr(job, "work", working)
    [ann, bob] = grade(root)
    assert ann.fault.startswith("SyntaxError: ")
    assert (points(root), bob.fault) == ({"bob": (4, 4)}, "")


def test_a_source_with_a_cell_that_is_no_python_is_named_before_anything_is_graded(
    root: Path,
) -> None:
    wrong = notebooks.graded("cut-3", "assert cut('a') == (")
    notebooks.save(root, NAME, notebooks.lesson(HELD, wrong))
    with pytest.raises(CourseError, match=f"{NAME}: cut-3 is no Python"):
        grade(root)


def test_a_submission_whose_worker_dies_each_time_is_a_fault_and_the_others_are_graded(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def dying(within: Any, _: Path, task: bytes, *__: Any) -> Any:
        if b"by ann" in task:
            tried.append(task)
            within(Bounds(5, 60, 200), exec, "import os\nos.kill(os.getppid(), 9)")
        return by_answer(task)

    monkeypatch.setattr(cluster, "engine", ENGINE)
    monkeypatch.setattr(job, "work", worker.work)
    monkeypatch.setattr(worker, "graded", dying)
    [ann, bob] = grade(root)
    assert (ann.fault.partition(":")[0], len(tried)) == ("WorkerLost", 2)
    assert (points(root), bob.fault) == ({"bob": (4, 4)}, "")


# --- the submission's own ---


@pytest.fixture(scope="module")
def own(engine: InProcess, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The entry and the points of a class in which everybody breaks something."""
    root = tmp_path_factory.mktemp("own")
    notebooks.save(root, NAME, notebooks.lesson(HELD))
    for number, (code, _) in enumerate(OWN.values()):
        hand_in(root, f"s{number:02}", code)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cluster, "engine", engine.engine)
        entries = grade(root)
    return dict(zip(OWN, zip(entries, points(root).values(), strict=True), strict=True))


@pytest.mark.parametrize("what", OWN)
def test_what_a_submission_does_itself_is_graded(own: dict[str, Any], what: str) -> None:
    entry, (score, _) = own[what]
    assert (entry.fault, score) == ("", OWN[what][1])


def test_a_file_that_is_no_notebook_has_zeros_and_the_reason(root: Path) -> None:
    class_of(root).notebook(ref("ann")).write_text("no notebook")
    [ann, _] = grade(root)
    assert (ann.fault, "JSON" in ann.reason) == ("", True)
    assert points(root)["ann"] == (0, 4)


def test_a_value_that_has_no_text_is_the_answers() -> None:
    outcome, _ = judge.judge("cut-1", "cut", lambda request, *_: ["value", 10**5000])
    assert outcome.outcome == "crashed"
