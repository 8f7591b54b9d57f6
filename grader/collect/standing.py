"""Where each student of a class stands with an assignment, once it was collected."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.roster import Student
from grader.collect.trace import Found

NOTHING = ("refused", "no notebook", "waiting")  # outcomes that leave nothing to grade


@dataclass(frozen=True)
class Standing:
    """Of one assignment: from whom nothing came, and what came that leaves nothing to grade."""

    missing: list[Student]
    nothing: list[tuple[Student, list[Found]]]


def standing(
    folder: ClassFolder, students: Iterable[Student], assignment: str, lines: Iterable[Found]
) -> Standing:
    """Who of the roster has nothing below submitted/, by what the log says of their files."""
    left = [s for s in students if not _has(folder, s, assignment)]
    instead: Mapping[str, dict[str, Found]] = {student.id: {} for student in left}
    for line in lines:
        if line.outcome in NOTHING and line.assignment in ("", assignment):
            instead.get(line.student, {})[line.file] = line
    return Standing(
        [student for student in left if not instead[student.id]],
        [(s, [*instead[s.id].values()]) for s in left if instead[s.id]],
    )


def _has(folder: ClassFolder, student: Student, assignment: str) -> bool:
    if not assignment:  # nobody could tell which it is: then any will do
        return any(folder.step("submitted").glob(f"{student.id}/*"))
    return folder.submitted(Ref(student.id, assignment)).is_dir()
