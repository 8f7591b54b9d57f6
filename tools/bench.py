"""Grades the same submissions with nbgrader's own `autograde` and with `grader grade`.

    python -m tools.bench [nothing first many alone workers] [--runs 3] [--bank]

Both start cold, skip the same cells and end with a written gradebook; the gradebooks are compared
record by record. The rows of the table that is printed:

    nothing   a class of one submission a section, in which nothing is new
    first     one submission of 01, of 05 and of 06, each in a new class
    many      40 submissions dealt over all sections
    alone     400 submissions, which nbgrader would take most of an hour for
    workers   40 submissions with one worker, and with two

Figures are seconds by the clock, core seconds those of the whole machine: have it idle. Small rows
run several times, and are told by the smallest and the median. `--bank` has every answer of the
bank graded both ways, in place of the 40: most of an hour.
"""

import argparse
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
from statistics import median

import psutil
from nbgrader.api import Gradebook

from grader.classroom.folder import ClassFolder, Ref
from grader.course import bank, build, sources
from grader.course.versions import gradebook_version
from grader.gradebook.address import db_url
from grader.gradebook.book import register
from grader.gradebook.session import opened
from grader.notebooks import files, notebook
from grader.sample import CLASS, Bank, Student
from grader.sample.answers import in_words
from nlplab.checks.recorded import HIDDEN

ROOT = Path(__file__).resolve().parent.parent
HONEST = [student for student in CLASS if not student.change and "kernel" not in student.story]
ROWS = ("nothing", "first", "many", "alone", "workers")
FIRST = ("01_tokenizer", "05_huggingface", "06_encoder_vs_decoder")
MANY, ALONE = 40, 400
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


@dataclass(frozen=True)
class Row:
    """Seconds of each run, nbgrader's and ours, each of `count` submissions; and a remark."""

    what: str
    count: int
    theirs: list[float]
    ours: list[float]
    remark: str = ""

    @property
    def ratio(self) -> float:
        """How many times as long nbgrader takes, smallest against smallest."""
        return min(self.theirs) / min(self.ours)

    def __str__(self) -> str:
        ratio = f"{self.ratio:6.1f}" if self.theirs else f"{'':6}"
        told = f"{_told(self.theirs)}  {_told(self.ours)}  {ratio}  {self.remark}"
        return f"{self.what:28}  {told}".rstrip()


def _told(runs: Sequence[float]) -> str:
    return f"{min(runs):8.2f} {median(runs):8.2f}" if runs else " " * 17


class Bench:
    """The rows, measured in classes below `place`; `differing` is where gradebooks differ."""

    def __init__(self, place: Path, runs: int, students: Sequence[Student]) -> None:
        self.place, self.runs, self.students = place, runs, students
        self.differing: list[str] = []

    def nothing(self) -> Iterator[Row]:
        names = sources.assignments(ROOT)
        theirs, ours = self._classes("nothing", len(names))
        self._both(theirs, ours, names)
        again = [self._both(theirs, ours, names) for _ in range(self.runs)]
        yield Row("nothing new", 1, *map(list, zip(*again, strict=True)))

    def first(self) -> Iterator[Row]:
        for name in FIRST:
            runs = []
            for number in range(self.runs):
                theirs, ours = self._classes(f"{name}-{number}", 1, [name])
                runs.append(self._both(theirs, ours, [name]))
            yield Row(f"one of {name}", 1, *map(list, zip(*runs, strict=True)))

    def many(self) -> Iterator[Row]:
        names = sources.assignments(ROOT)
        count = MANY if self.students is HONEST else len(self.students) * len(names)
        theirs, ours = self._classes("many", count)
        took, own = self._both(theirs, ours, names)
        yield Row(f"{count} over all sections", count, [took], [own])

    def alone(self) -> Iterator[Row]:
        yield self._ours(ALONE)

    def workers(self) -> Iterator[Row]:
        for number in (1, 2):
            yield self._ours(MANY, "--workers", str(number))

    def _ours(self, count: int, *options: str) -> Row:
        folder = ClassFolder(self.place / "-".join(["alone", str(count), *options]))
        hand_in(folder, count, students=self.students)
        took = engine(folder, *options)
        steady = took.memory[len(took.memory) // 2 :] or [0.0]
        remark = (
            f"{took.cores / count:.2f} core-s each; writer {steady[0]:.0f} MiB half-way, "
            f"{steady[-1]:.0f} at the end"
        )
        return Row(" ".join([str(count), *options]), count, [], [took.wall], remark)

    def _classes(
        self, name: str, count: int, only: Sequence[str] | None = None
    ) -> tuple[ClassFolder, ClassFolder]:
        """Two classes in which the same was handed in, the first with nbgrader's tags."""
        theirs, ours = (ClassFolder(self.place / f"{name}-{who}") for who in ("theirs", "ours"))
        hand_in(theirs, count, tagged=True, students=self.students, only=only)
        hand_in(ours, count, students=self.students, only=only)
        return theirs, ours

    def _both(
        self, theirs: ClassFolder, ours: ClassFolder, names: Sequence[str]
    ) -> tuple[float, float]:
        """Grade both; seconds of each. The gradebooks are compared."""
        start = time.monotonic()
        for name in names:
            stock(theirs, name)
        took, own = time.monotonic() - start, engine(ours).wall
        one, other = records(theirs), records(ours)
        for key in sorted(one.keys() | other.keys()):
            if one.get(key) != other.get(key):
                self.differing.append(f"{key}: {one.get(key)} {other.get(key)}")
        return took, own


def closing(rows: Sequence[Row], differing: Sequence[str]) -> Iterator[str]:
    """The last lines: the first submission of a cold start, and each of many."""
    if first := next((row for row in rows if row.what == f"one of {FIRST[0]}"), None):
        least = f"nbgrader {min(first.theirs):.2f} s  grader {min(first.ours):.2f} s"
        yield f"first {first.ratio:.1f}  {least}"
    if many := next((row for row in rows if row.count > 1 and row.theirs), None):
        each = [seconds[0] / many.count for seconds in (many.theirs, many.ours)]
        cores, equal = len(os.sched_getaffinity(0)), "no" if differing else "yes"
        yield (
            f"ratio {many.ratio:.1f}  nbgrader {each[0]:.2f} s/submission  "
            f"grader {each[1]:.2f} s/submission  cores {cores}  equal {equal}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", nargs="*", default=[], metavar="ROW", help=", ".join(ROWS))
    parser.add_argument("--runs", type=int, default=3, help="runs of each small row")
    parser.add_argument("--bank", action="store_true", help="every answer of the bank, both ways")
    chosen = parser.parse_args()
    if unknown := {*chosen.rows} - {*ROWS}:
        parser.error(f"no row {', '.join(sorted(unknown))}: expected some of {', '.join(ROWS)}")
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        bench = Bench(Path(name), chosen.runs, everything() if chosen.bank else HONEST)
        print(f"{'seconds: smallest, median':28}  {'nbgrader':>17}  {'grader':>17}  {'ratio':>6}")
        for each in chosen.rows or (["many"] if chosen.bank else ROWS):
            for row in getattr(bench, each)():
                rows.append(row)
                print(row, flush=True)
    for differs in bench.differing:
        print("differs:", differs)
    print(*closing(rows, bench.differing), sep="\n")
    raise SystemExit(bool(bench.differing))


if __name__ == "__main__":
    main()
