"""One submission, bytes in and bytes out: its cells run in a kernel, its test cells are judged."""

import asyncio
import socket
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from grader import kernel, notebook
from grader.judge import KernelLost, Verdict, failed, judge
from grader.outcome import Graded, TestOutcome
from nlplab import messages
from nlplab.messages import say
from nlplab.outcomes import Crashed, NotRun

SERVE = "from grader.agent import serve\nserve({address!r}, globals())"


def grade(
    submission: bytes,
    *,
    skip: frozenset[str] = frozenset(),
    python: str = sys.executable,
    timeout: float = 60,
) -> Graded:
    """Run and judge a sanitised submission.

    Cells run in order in one kernel of the interpreter `python`; a test cell is judged where it
    stands. Cells whose grade_id is in `skip` do not run. `timeout` limits each cell, in seconds.
    When the kernel dies, the test cells from there on are marked as not run.
    """
    nb = nbformat.reads(submission.decode(), as_version=4)
    messages.use(notebook.language(nb))
    start = time.monotonic()
    tests = asyncio.run(_grade(nb, skip, python, timeout))
    seconds = {"total": round(time.monotonic() - start, 3)}
    return Graded(nbformat.writes(nb).encode(), tuple(tests), seconds)


async def _grade(
    nb: NotebookNode, skip: frozenset[str], python: str, timeout: float
) -> list[TestOutcome]:
    tests: list[TestOutcome] = []
    dead: NotRun | None = None
    async with kernel.start(python, timeout) as student:
        for cell in (cell for cell in nb.cells if cell.cell_type == "code"):
            marks = cell.metadata.get("nbgrader", {})
            is_test = marks.get("grade") and not marks.get("solution")
            if marks.get("grade_id") in skip or (dead and not is_test):
                continue
            try:
                if not is_test:
                    cell.outputs = await student.run(cell.source)
                elif not dead:
                    outcome, cell.outputs = await _judge(student, cell, timeout)
                    tests.append(outcome)
            except kernel.KernelDied:
                dead = NotRun("check.not_run", reason=say("check.kernel_died"))
            if is_test and dead:
                outcome, cell.outputs = failed(marks.grade_id, dead)
                tests.append(outcome)
    return tests


async def _judge(student: kernel.Kernel, cell: NotebookNode, timeout: float) -> Verdict:
    """Judge one test cell while the kernel serves the agent.

    The outputs are what the student's code printed and showed, then those of the judge. Whatever
    else comes from the kernel, such as a forged result, counts for nothing and is dropped.
    """
    grade_id = cell.metadata.nbgrader.grade_id
    with tempfile.TemporaryDirectory(prefix="judge-") as folder, _door(folder, timeout) as door:
        judging = asyncio.create_task(
            asyncio.to_thread(_judge_at, door, grade_id, cell.source, timeout)
        )
        try:
            shown = await student.run(SERVE.format(address=door.getsockname()))
        finally:
            door.shutdown(socket.SHUT_RDWR)
            verdict = await judging
    if verdict is None:
        verdict = failed(grade_id, Crashed("check.timeout", seconds=f"{timeout:g}"))
    outcome, outputs = verdict
    return outcome, [o for o in shown if o.output_type in ("stream", "display_data")] + outputs


def _door(folder: str, timeout: float) -> socket.socket:
    door = socket.socket(socket.AF_UNIX)
    door.bind(str(Path(folder) / "line"))
    door.listen(1)
    door.settimeout(timeout)
    return door


def _judge_at(door: socket.socket, grade_id: str, source: str, timeout: float) -> Verdict | None:
    """The verdict of the judge, None when the kernel hung up or never called."""
    try:
        connection, _ = door.accept()
        connection.settimeout(timeout)
        with connection, connection.makefile("rwb") as stream:
            return judge(grade_id, source, stream)
    except (KernelLost, OSError):
        return None
