"""Where each student of a class stands with an assignment, once it was collected."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.roster import Student
from grader.collect.trace import Found

NOTHING = ("refused", "no notebook", "waiting")  # outcomes that leave nothing to grade


@dataclass(frozen=True)
class Standing:
    """Of one assignment: from whom nothing came, and from whom nothing to grade did, and why."""

    missing: list[Student]
    nothing: list[tuple[Student, str]]


def standing(
    folder: ClassFolder, students: Iterable[Student], assignment: str, lines: Iterable[Found]
) -> Standing:
    """Who of the roster has nothing below submitted/, by what the log says of their files."""
    left = [s for s in students if not _has(folder, s, assignment)]
    whys: Mapping[str, dict[str, None]] = {student.id: {} for student in left}
    for line in lines:
        if line.outcome in NOTHING and line.assignment in ("", assignment):
            whys.get(line.student, {})[f"{line.file}: {line.note}"] = None
    return Standing(
        [student for student in left if not whys[student.id]],
        [(student, "; ".join(whys[student.id])) for student in left if whys[student.id]],
    )


def _has(folder: ClassFolder, student: Student, assignment: str) -> bool:
    if not assignment:  # nobody could tell which it is: then any will do
        return any(folder.step("submitted").glob(f"{student.id}/*"))
    return folder.submitted(Ref(student.id, assignment)).is_dir()
