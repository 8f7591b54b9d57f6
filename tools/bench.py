"""Grades the same submissions with nbgrader's own `autograde` and with `grader grade`.

    python -m tools.bench [--stock 40] [--alone 40 400] [--workers 1 2] [--bank]

Both start cold, skip the same cells and end with a written gradebook; then the gradebooks are
compared record by record. Before that the engine grades alone, at two sizes, and 40 submissions
with one worker and with two. Core seconds are those of the whole machine: have it idle.
`--bank` has every answer of the bank graded both ways instead, which takes most of an hour.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psutil
from nbgrader.api import Gradebook

from grader.classroom.folder import ClassFolder, Ref
from grader.course import bank, build, sources
from grader.course.versions import gradebook_version
from grader.gradebook.book import register
from grader.gradebook.session import db_url, opened
from grader.notebooks import files, notebook
from grader.sample import CLASS, Bank, Student
from grader.sample.answers import in_words
from nlplab.checks.recorded import HIDDEN

ROOT = Path(__file__).resolve().parent.parent
HONEST = [student for student in CLASS if not student.change and "kernel" not in student.story]
Records = dict[tuple[str, str, str], tuple]


@dataclass(frozen=True)
class Spent:
    """Seconds that a grading took, those that all cores worked, and the writer's MiB over time."""

    wall: float
    cores: float
    memory: list[float]


def hand_in(
    folder: ClassFolder,
    count: int,
    *,
    tagged: bool = False,
    students: Sequence[Student] = HONEST,
    only: Sequence[str] | None = None,
) -> dict[str, int]:
    """Write `count` submissions dealt over all sections or these; gives how many each has.

    `tagged` puts on the cells that need not run the tag by which nbgrader leaves them out.
    """
    names = sources.chosen(ROOT, only)
    banks = {name: Bank(ROOT, name) for name in names}
    counts: dict[str, int] = defaultdict(int)
    for number in range(count):
        name = names[number % len(names)]
        student = students[number // len(names) % len(students)]
        released = files.read(build.student_path(ROOT, student.lang, name))
        words = in_words(ROOT, name, student.lang, student.writes)
        submission = bank.compose(released, {**student.choose(banks[name]), **words})
        skip = notebook.skipped(build.source(ROOT, name))
        for cell in notebook.code_cells(submission):
            if tagged and notebook.grade_id(cell) in skip:
                cell.metadata.setdefault("tags", []).append("skip-execution")
        files.write_text(folder.notebook(Ref(f"s{number:04}", name)), files.dumps(submission))
        counts[name] += 1
    return dict(counts)


def everything() -> list[Student]:
    """Students who together hand in every answer of the bank, each of which may be wrong."""
    banks = [Bank(ROOT, name) for name in sources.assignments(ROOT)]
    most = max(len(b.right[name]) + len(b.wrong[name]) for b in banks for name in b.solutions)

    def choose(bank: Bank, number: int) -> dict[str, str]:
        answers = {name: bank.right[name] + bank.wrong[name] for name in bank.solutions}
        return {name: codes[number % len(codes)] for name, codes in answers.items()}

    return [Student(f"bank-{n}", "", partial(choose, number=n)) for n in range(most)]


def stock(folder: ClassFolder, name: str) -> None:
    """Grade one section as nbgrader does it."""
    with opened(folder, create=True) as book, book.transaction():
        register(book, name, gradebook_version(build.source(ROOT, name)))
    programs = Path(sys.executable).parent
    environment = os.environ | {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "NLPLAB_OFFLINE": "1",
        HIDDEN: str(ROOT / "source"),
    }
    command = [programs / "nbgrader", "autograde", name, "--Execute.timeout=120"]
    done = subprocess.run(command, cwd=folder.path, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"nbgrader autograde {name}: {done.stderr[-2000:]}")


def engine(folder: ClassFolder, *options: str) -> Spent:
    """Grade everything with `grader grade` at its default settings, but for `options`."""
    command = [Path(sys.executable).parent / "grader", "grade", "--class", folder.path, *options]
    start, before = time.monotonic(), _busy()
    with tempfile.TemporaryFile("w+") as said:
        running = psutil.Popen(command, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT)
        memory = list(_memory(running))
        said.seek(0)
        if running.wait():
            raise SystemExit(f"grader grade: {said.read()[-2000:]}")
    return Spent(time.monotonic() - start, _busy() - before, memory)


def _busy() -> float:
    """Seconds that the cores of this machine have worked: no process counts all of its kernels."""
    times = psutil.cpu_times()
    return sum(times) - times.idle - times.iowait


def _memory(command: psutil.Popen) -> Iterator[float]:
    """What the command itself, which writes the gradebook, holds in MiB, ten times a second."""
    while command.poll() is None:
        with suppress(psutil.Error):
            yield command.memory_info().rss / 2**20
        time.sleep(0.1)


def records(folder: ClassFolder) -> Records:
    """Every grade, comment and penalty of a gradebook, ids and times left out."""
    found: Records = {}
    with Gradebook(db_url(folder)) as book:
        for assignment in book.assignments:
            for submission in assignment.submissions:
                whose = (submission.student_id, assignment.name)
                found[*whose, "penalty"] = (submission.late_submission_penalty,)
                for nb in submission.notebooks:
                    for grade in nb.grades:
                        found[*whose, grade.name] = (
                            *(grade.auto_score, grade.manual_score, grade.extra_credit),
                            *(grade.needs_manual_grade, grade.max_score, grade.failed_tests),
                        )
                    for comment in nb.comments:
                        written = (comment.auto_comment, comment.manual_comment)
                        found[*whose, f"comment {comment.name}"] = written
    return found


def seconds(folder: ClassFolder) -> dict[str, list[float]]:
    """How long each submission took, by section, as the log has it."""
    found = defaultdict(list)
    for line in folder.log.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        found[entry["assignment"]].append(entry["seconds"].get("total", 0.0))
    return found


def _tell(what: str, count: int, took: Spent) -> None:
    steady = took.memory[len(took.memory) // 2 :] or [0.0]
    print(
        f"engine alone: {what}, {took.wall / count:.2f} s, {took.cores / count:.2f} core-s each; "
        f"writer {steady[0]:.0f} MiB half-way, {steady[-1]:.0f} at the end",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stock", type=int, default=40, help="submissions graded both ways")
    parser.add_argument("--alone", type=int, nargs="*", default=[40, 400])
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--bank", action="store_true", help="every answer of the bank both ways")
    chosen = parser.parse_args()
    cores = len(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        place = Path(name)
        theirs, ours = ClassFolder(place / "stock"), ClassFolder(place / "engine")
        for count in chosen.alone:
            alone = ClassFolder(place / f"alone-{count}")
            hand_in(alone, count)
            _tell(f"{count} submissions", count, engine(alone))
        for workers in chosen.workers:
            some = ClassFolder(place / f"workers-{workers}")
            hand_in(some, 40)
            took = engine(some, "--workers", str(workers))
            _tell(f"40 submissions, {workers} at a time", 40, took)
        if not chosen.stock:
            return
        students = everything() if chosen.bank else HONEST
        total = len(students) * len(sources.assignments(ROOT)) if chosen.bank else chosen.stock
        counts = hand_in(theirs, total, tagged=True, students=students)
        hand_in(ours, total, students=students)
        wall, stock_wall = engine(ours).wall, 0.0
        for section, count in counts.items():
            start = time.monotonic()
            stock(theirs, section)
            took = time.monotonic() - start
            stock_wall += took
            spent = sum(seconds(ours)[section]) / count
            print(f"{section}  {count}  nbgrader {took / count:.2f} s  grader {spent:.2f} s each")
        one, other = records(theirs), records(ours)
    for key in sorted(key for key in one.keys() | other.keys() if one.get(key) != other.get(key)):
        print("differs:", *key, one.get(key), other.get(key))
    each, equal = (stock_wall / total, wall / total), "yes" if one == other else "no"
    print(
        f"ratio {stock_wall / wall:.1f}  nbgrader {each[0]:.2f} s/submission  "
        f"grader {each[1]:.2f} s/submission  cores {cores}  equal {equal}"
    )
    raise SystemExit(one != other)


if __name__ == "__main__":
    main()
