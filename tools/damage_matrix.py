"""Every answer of the bank under every damage: after repair it earns what it earned before.

    python -m tools.damage_matrix [--pairs 2000] [--share 1.0] [--seed 0]

Grading is a function of what runs: the code of a notebook in its order, and its test cells. Where a
repaired notebook would run what the undamaged one does, its points are equal without a run; all
others are graded, and compared test by test.
"""

import argparse
import json
import multiprocessing
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from tqdm import tqdm

from grader.course import bank, build, sources, versions
from grader.grading.exam import exam
from grader.grading.task import grade
from grader.kernel.launcher import ForkServer
from grader.notebooks import notebook
from grader.notebooks.names import modules
from grader.repair import Repaired, repair
from grader.sample import Bank
from tests.support import damage

ROOT = Path(__file__).resolve().parent.parent
EQUAL, GRADED = "equal without a run", "equal when run"
REVIEW, DIFFERENT = "on the review list, or equal", "different"
Program = list[tuple[str, str]]  # what runs: the grade_id of a test, or none, and the text


@dataclass(frozen=True)
class Case:
    """An answer of the bank, and what happens to the notebook that holds it."""

    assignment: str
    answer: bank.Answer
    damages: tuple[str, ...]

    def __str__(self) -> str:
        where = f"{self.assignment}/{self.answer.exercise}/{self.answer.name}"
        return f"{where}: {' + '.join(self.damages)}"


class Section:
    """An assignment: its releases, its answers, and what a notebook of it would run."""

    def __init__(self, name: str) -> None:
        source = build.source(ROOT, name)
        self.releases = {lang: build.student_release(ROOT, lang, name) for lang in ("ko", "en")}
        self.gradebook = notebook.cells_by_grade_id(versions.gradebook_version(source))
        self.exam = exam(ROOT, name, source)
        self.answers = bank.answers(ROOT, name)
        self.solutions = Bank(ROOT, name).solutions

    def undamaged(self, answer: bank.Answer, *, answered: bool = True) -> damage.Notebook:
        """The solutions, but for the answer, or nothing, in its exercise."""
        chosen = {key: code for key, code in self.solutions.items() if key != answer.exercise}
        chosen |= {answer.exercise: answer.code} if answered else {}
        released = self.releases["ko"]
        cells = [
            cell | {"source": chosen.get(damage.marks(cell).get("grade_id"), cell["source"])}
            for cell in released["cells"]
        ]
        return released | {"cells": cells}

    def other(self, answer: bank.Answer) -> str:
        """Another answer to the exercise, the next one of the bank."""
        same = [a.code for a in self.answers if a.exercise == answer.exercise]
        return same[(same.index(answer.code) + 1) % len(same)]

    def task(self, nb: damage.Notebook) -> bytes:
        """What is graded: the course's own cells in the gradebook's version."""
        cells = []
        for cell in nb["cells"]:
            given = self.gradebook.get(damage.marks(cell).get("grade_id"))
            own = given is None or notebook.is_solution(given)
            cells.append(cell if own else cell | {"source": given.source})
        return json.dumps(nb | {"cells": cells}).encode("utf-8")

    def program(self, nb: damage.Notebook) -> Program:
        """What runs of a notebook, in order, up to its last test."""
        runs = [
            (name if damage.marks(cell).get("grade") else "", _normal(cell["source"]))
            for cell in nb["cells"]
            if cell["cell_type"] == "code"
            if (name := damage.marks(cell).get("grade_id", "")) not in self.exam.skip
        ]
        while runs and not runs[-1][0]:
            runs.pop()
        return runs


@cache
def section(name: str) -> Section:
    return Section(name)


@cache
def forkserver() -> ForkServer:
    read = sources.read_all(ROOT).values()
    cells = [cell.source for source in read for cell in notebook.code_cells(source)]
    return ForkServer(sealed=False, imports=modules(cells))


def singles() -> list[Case]:
    """Every answer under every damage."""
    return [
        Case(name, answer, (kind,))
        for name in sources.assignments(ROOT)
        for answer in section(name).answers
        for kind in damage.ALL
    ]


def pairs(number: int, draw: random.Random) -> Iterator[Case]:
    """So many answers under two damages that do not exclude one another, drawn at random."""
    kinds = list(damage.pairs())
    names = [
        (name, answer) for name in sources.assignments(ROOT) for answer in section(name).answers
    ]
    while number:
        name, answer = draw.choice(names)
        case = Case(name, answer, draw.choice(kinds))
        try:
            damaged(case)
        except (StopIteration, IndexError, KeyError, ValueError):
            continue
        number -= 1
        yield case


def damaged(case: Case) -> bytes:
    here = section(case.assignment)
    where = damage.Where(
        case.answer.exercise, here.releases["ko"], here.releases["en"], here.other(case.answer)
    )
    return damage.damaged(here.undamaged(case.answer), where, *case.damages)


def judge(case: Case) -> tuple[str, Repaired]:
    """What became of a case, and how it was repaired."""
    here = section(case.assignment)
    repaired = repair(damaged(case), here.releases)
    expected = here.undamaged(case.answer, answered="answer_deleted" not in case.damages)
    readings = [json.loads(reading.notebook) for reading in repaired.readings]
    program = here.program(expected)
    same = [here.program(nb) == program for nb in readings]
    if any(same):  # if there are others, they earn the same or a person decides
        return (EQUAL if all(same) else REVIEW), repaired
    points = [_points(case.assignment, here.task(nb)) for nb in readings]
    if any(other != points[0] for other in points):
        return REVIEW, repaired
    unharmed = _points(case.assignment, here.task(expected))
    return (GRADED if points[0] == unharmed else DIFFERENT), repaired


@cache
def _points(assignment: str, task: bytes) -> tuple[str, ...]:
    """The tests that a notebook passes."""
    tests = grade(task, forkserver().launcher, section(assignment).exam).tests
    return tuple(sorted(test.grade_id for test in tests if test.outcome == "passed"))


@lru_cache(maxsize=5_000)
def _normal(text: str) -> str:
    """Code without what `test_repair` shows to change nothing that it defines."""
    lines = [line.rstrip() for line in text.split("\n")]
    beside = ("%%capture", "!pip install", "#@title")
    kept = [line for line in lines if not line.startswith(beside)]
    return "\n".join(kept).replace('setup(lang="en")', 'setup(lang="ko")').strip("\n")


def judged(case: Case) -> tuple[Case, str]:
    return case, judge(case)[0]


def counted(outcomes: Iterable[tuple[Case, str]]) -> tuple[dict[str, Counter[str]], list[Case]]:
    """The counts by damage, and the cases that earn something else than before."""
    counts: dict[str, Counter[str]] = {}
    different = []
    for case, outcome in outcomes:
        counts.setdefault(" + ".join(case.damages), Counter())[outcome] += 1
        if outcome == DIFFERENT:
            different.append(case)
            print(f"different: {case}", flush=True)
    return counts, different


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=2_000)
    parser.add_argument("--share", type=float, default=1.0, help="of the single damages")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    draw = random.Random(chosen.seed)
    everything = singles()
    sample = draw.sample(everything, round(chosen.share * len(everything)))
    failed = []
    for title, cases, number in (
        ("single damages", sample, len(sample)),
        ("pairs", pairs(chosen.pairs, draw), chosen.pairs),
    ):
        begun = time.monotonic()
        with multiprocessing.Pool() as pool:
            outcomes = pool.imap_unordered(judged, cases, chunksize=100)
            counts, different = counted(tqdm(outcomes, desc=title, total=number, unit="case"))
        failed += different
        total = sum(counts.values(), Counter())
        if title == "single damages":
            for kind, count in counts.items():
                print(f"{kind:50} {dict(count)}")
        told = ", ".join(f"{total[o]:,} {o}" for o in (EQUAL, GRADED, REVIEW, DIFFERENT))
        print(f"{title}: {sum(total.values()):,}: {told}; {time.monotonic() - begun:.0f} s")
    if failed:
        raise SystemExit(f"{len(failed)} cases earn something else than without damage")


if __name__ == "__main__":
    main()
