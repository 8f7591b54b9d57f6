"""A set of answers that is not in the bank: what is caught, and what each wrong one is told.

    python -m tools.trial FOLDER [SECTION ...]

The answers stand in FOLDER/SECTION/EXERCISE/ as in the bank, but without keys: right_*.py and
wrong_*.py, each with a docstring that says what is right or wrong about it. It prints what was
refused, what slipped by and what was told in general, and counts all for each section; the exit
status is 1 where a right answer was refused. Whether what was told is true is for a reader to say:
`--told FILE` writes it all down.
"""

import argparse
import ast
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.course import bank, build, checks, versions
from grader.course.bank import Answer
from grader.grading.exam import exam
from grader.grading.observing import deals
from grader.grading.recording import is_general
from grader.grading.task import grade
from grader.kernel.launcher import ForkServer
from grader.notebooks import files, notebook
from grader.notebooks.names import modules
from grader.outcome import TestOutcome
from nlplab.messages import catalogue

ROOT = Path(__file__).resolve().parent.parent
RIGHT, REFUSED = "right and accepted", "right and refused"
NAMED, KIND, GENERAL, SLIPPED = "named", "told its kind", "told in general", "slipped by"
TO_LOOK_AT = (REFUSED, SLIPPED, GENERAL)
KINDS = (*TO_LOOK_AT, KIND, NAMED, RIGHT)


@dataclass(frozen=True)
class Tried:
    """An answer, and the test cells that it failed."""

    answer: Answer
    failed: Sequence[TestOutcome]

    @property
    def kind(self) -> str:
        if self.answer.name.startswith("right"):
            return REFUSED if self.failed else RIGHT
        if not self.failed:
            return SLIPPED
        first = self.failed[0]
        if not is_general(first.key or ""):
            return NAMED
        kinds = [text for key, said in catalogue().items() for text in said.values() if _tells(key)]
        return KIND if any(text in (first.message or "") for text in kinds) else GENERAL


def _tells(key: str) -> bool:
    return key.startswith(("kind.", "only."))


def tried(root: Path, folder: Path, name: str) -> Iterator[Tried]:
    """What became of the answers to a section; raises CourseError, FileError and GraderFault."""
    source = build.source(root, name)
    release, asked = versions.gradebook_version(source), exam(root, name, source)
    answers = [_read(path) for path in sorted(folder.joinpath(name).glob("*/*.py"))]
    with ForkServer(
        imports=modules(cell.source for cell in notebook.code_cells(release))
    ) as server:
        for deal in deals(answers):
            codes = {exercise: answer.code for exercise, answer in deal.items()}
            submission = files.dumps(bank.compose(release, codes)).encode("utf-8")
            tests = grade(submission, server, asked).tests
            for exercise, answer in deal.items():
                own = [test for test in tests if notebook.exercise_of(test.grade_id) == exercise]
                yield Tried(answer, [test for test in own if test.outcome != "passed"])


def _read(path: Path) -> Answer:
    text = path.read_text(encoding="utf-8")
    note = ast.get_docstring(ast.parse(text)) or ""
    return Answer(path.parent.name, path.stem, note, None, text)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("section", nargs="*")
    parser.add_argument("--told", type=Path, metavar="FILE")
    asked = parser.parse_args(arguments)
    told, refused = [], 0
    for name in checks.chosen(ROOT, asked.section):
        found = list(tried(ROOT, asked.folder, name))
        count = Counter(each.kind for each in found)
        print(f"{name}:", ", ".join(f"{count[kind]} {kind}" for kind in KINDS))
        for each in sorted(found, key=lambda each: KINDS.index(each.kind)):
            where = f"{name}/{each.answer.exercise}/{each.answer.name}"
            if each.kind in TO_LOOK_AT:
                print(f"  {each.kind}: {where}: {each.answer.note}")
            said = "\n".join(f"{test.key}: {test.message}" for test in each.failed)
            told.append(f"{where}: {each.answer.note}\n{said}\n")
        refused += count[REFUSED]
    if asked.told:
        asked.told.write_text("\n".join(told), encoding="utf-8")
    return bool(refused)


if __name__ == "__main__":
    raise SystemExit(main())
