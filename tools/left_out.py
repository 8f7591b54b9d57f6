"""Each wrong answer of the bank, as if it had not been recorded: what the other files tell it.

    python -m tools.left_out [SECTION ...]

Behind every answer that is told another's key stand its file and that key; there must be none.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.course import checks
from grader.course.bank import Answer
from grader.grading.observing import PARTS, Section, Seen, deals, kernels, observe, section
from grader.grading.recording import expected, own
from nlplab.checks.match import differs, mistake

ROOT = Path(__file__).resolve().parent.parent
OWN, GENERAL, ANOTHERS = "its own key", "the general message", "another's key"


@dataclass(frozen=True)
class Told:
    """What a failing part of a check tells an answer that it was not taught by."""

    answer: Answer
    test: str
    part: str
    key: str | None

    @property
    def kind(self) -> str:
        if self.key is None:
            return GENERAL
        return OWN if self.key in own(self.answer) else ANOTHERS


def left_out(root: Path, name: str) -> Iterator[Told]:
    """Every part that fails, of every wrong answer of a section.

    Raises CourseError and FileError.
    """
    of = section(root, name)
    recorded = [
        checks.read(file)["checks"] for file in (of.files.recorded, of.files.recorded_hidden)
    ]
    for answer, seen in _seen(of):
        for test in of.tests(answer.exercise):
            for part, entries in zip(PARTS, recorded, strict=True):
                found = seen.facts.get((test, part))
                if found is not None and differs(found, entries[test]["right"]):
                    others = expected(entries[test], without=answer.name)
                    yield Told(answer, test, part, mistake(found, others))
                    break  # of a cell that failed nothing more is seen


def _seen(of: Section) -> Iterator[tuple[Answer, Seen]]:
    wrong = [answer for answer in of.answers if answer.key]
    with kernels(of) as launcher:
        for deal in deals(wrong):
            codes = {exercise: answer.code for exercise, answer in deal.items()}
            seen = observe(of, launcher, codes, [*deal])
            for answer in deal.values():
                yield answer, seen.of(answer.exercise)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("section", nargs="*")
    wrong = 0
    for name in checks.chosen(ROOT, parser.parse_args(arguments).section):
        told = list(left_out(ROOT, name))
        count = Counter(each.kind for each in told)
        print(
            f"{name}: {len(told)} parts fail:",
            *(f"{count[k]} {k}" for k in (OWN, GENERAL, ANOTHERS)),
        )
        for each in (each for each in told if each.kind == ANOTHERS):
            where = f"{each.answer.exercise}/{each.answer.name}.py [{each.answer.key}]"
            print(f"  {each.test} ({each.part}): {where} is told {each.key}")
        wrong += count[ANOTHERS]
    return bool(wrong)


if __name__ == "__main__":
    raise SystemExit(main())
