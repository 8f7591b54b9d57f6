"""Solutions changed in one place at a time: does any check take one of them for right?

    python -m tools.mutants [SECTION ...] [--only EXERCISE]

A change that earns all points is listed, unless `equivalents.toml` gives the reason why it is as
right as the solution. Exits 1 where one is listed, and for a reason that is given of none.
"""

import argparse
import os
import random
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tqdm import tqdm

from grader.course import checks
from grader.errors import CourseError
from grader.grading.observing import PARTS, Section, Seen, kernels, observe, section
from grader.kernel.client import KernelLost
from grader.kernel.launcher import ForkServer, Launcher
from grader.limits import Limits
from grader.notebooks import notebook
from nlplab.checks.match import differs
from tools.mutations import Mutant, mutants

ROOT = Path(__file__).resolve().parent.parent
EQUIVALENTS = Path(__file__).with_name("equivalents.toml")
LIMITS = Limits(cell=10)
CAUGHT, ALIVE, FAILED = "caught", "alive", "a case fails"
Deal = dict[str, Mutant]  # an exercise's mutant each, which run in one notebook
Right = Mapping[str, Mapping[str, Any]]  # by part and test, as recorded


@dataclass(frozen=True)
class Tried:
    """What became of a mutant."""

    section: str
    exercise: str
    mutant: Mutant
    fate: str

    @property
    def name(self) -> tuple[str, str]:
        """As `equivalents` names it."""
        return f"{self.section}/{self.exercise}", self.mutant.change


def tried(root: Path, names: Sequence[str], only: str = "", sample: int = 0) -> Iterator[Tried]:
    """Every mutant of the exercises of these sections, or `sample` of each exercise.

    Raises CourseError and FileError.
    """
    work = [(name, deal) for name in names for deal in _deals(section(root, name), only, sample)]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(_run, root, name, deal) for name, deal in work]
        for each in tqdm(waiting, desc="mutants", unit="notebook"):
            yield from each.result()


def equivalents() -> dict[tuple[str, str], str]:
    """By exercise and change, why it is as right as the solution."""
    read = tomllib.loads(EQUIVALENTS.read_text(encoding="utf-8"))
    return {
        (f"{name}/{exercise}", change): reason
        for name, exercises in read.items()
        for exercise, changes in exercises.items()
        for change, reason in changes.items()
    }


def _deals(of: Section, only: str, sample: int) -> Iterator[Deal]:
    draw = random.Random(0)
    piles = []
    for exercise in notebook.exercises(of.source):
        found = mutants(exercise.solution.source) if of.tests(exercise.grade_id) else []
        if only in ("", exercise.grade_id):
            chosen = draw.sample(found, min(sample or len(found), len(found)))
            piles.append([(exercise.grade_id, mutant) for mutant in chosen])
    for deal in zip_longest(*piles):
        yield dict(each for each in deal if each)


@cache
def _ready(root: Path, name: str) -> tuple[Section, ForkServer, Right]:
    """A section, its kernels and what is right, once in each process; kernels end with it."""
    of = section(root, name)
    paths = (of.files.recorded, of.files.recorded_hidden)
    right = {part: checks.read(path)["checks"] for part, path in zip(PARTS, paths, strict=True)}
    return of, kernels(of), right


def _run(root: Path, name: str, deal: Deal) -> list[Tried]:
    of, server, right = _ready(root, name)
    try:
        seen = _seen(of, server.launcher, deal)
    except CourseError as error:
        if len(deal) > 1:  # which of them was it?
            return [each for one in deal.items() for each in _run(root, name, dict([one]))]
        fate = CAUGHT if isinstance(error.__cause__, KernelLost) else f"{FAILED}: {error}"
        return [Tried(name, exercise, mutant, fate) for exercise, mutant in deal.items()]
    return [
        Tried(name, exercise, mutant, _fate(of.tests(exercise), seen, right))
        for exercise, mutant in deal.items()
    ]


def _seen(of: Section, launcher: Launcher, deal: Deal) -> Seen:
    codes = {exercise: mutant.code for exercise, mutant in deal.items()}
    return observe(of, launcher, codes, [*deal], limits=LIMITS)


def _fate(tests: Sequence[str], seen: Seen, right: Right) -> str:
    for test in tests:
        for part in PARTS:
            found = seen.facts.get((test, part))
            if found is None or differs(found, right[part][test]["right"]):
                return CAUGHT
    return ALIVE


def survivors(found: Iterable[Tried]) -> list[Tried]:
    """Those that no check catches and no reason excuses."""
    known = equivalents()
    return [
        each
        for each in found
        if each.fate != CAUGHT and (each.fate != ALIVE or each.name not in known)
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("section", nargs="*")
    parser.add_argument("--only", default="", metavar="EXERCISE")
    given = parser.parse_args(arguments)
    found = list(tried(ROOT, checks.chosen(ROOT, given.section), given.only))
    left = survivors(found)
    for each in left:
        print(f"{each.section}/{each.exercise}: {each.mutant.change}  ({each.fate})")
    alive = sum(each.fate == ALIVE for each in found)
    caught = sum(each.fate == CAUGHT for each in found)
    print(f"{len(found)} mutants: {caught} caught, {alive} alive, {len(left)} without a reason")
    return bool(left)


if __name__ == "__main__":
    raise SystemExit(main())
