"""A first roster, of the names that LMSs wrote into archives."""

from collections.abc import Iterable
from pathlib import Path

from grader.classroom.roster import Student
from grader.collect import archives
from grader.collect.lms import RENAMED, Label
from grader.collect.origins import Origin, origin


def draft(paths: Iterable[Path]) -> list[Student]:
    """The students whom an LMS named in archives, for a roster that a person completes."""
    students: dict[str, Student] = {}
    for path in paths:
        where = origin(path, lambda name: False)
        for file in (f"{path.name}/{name}" for name in archives.names(path)):
            label = where.label(file)
            if label is None or label.system in RENAMED or str(label) in students:
                continue
            for key, student in _students(label, where):
                taken = {each.id for each in students.values()}
                students.setdefault(key, _unlike(student, label.number, taken))
    return sorted(students.values(), key=lambda student: student.id)


def _students(label: Label, where: Origin) -> list[tuple[str, Student]]:
    """Whom a label names, each with what they are known by from file to file."""
    if where.submitted is not None:
        people = where.submitted[label.number].people if label.number in where.submitted else ()
        of_each = ((keys, keys[1] or keys[0].partition("@")[0]) for keys in people)
        return [
            (keys[0] or name, Student(_plain(name), keys[2], keys[0])) for keys, name in of_each
        ]
    whose = label.names[0]
    if label.blind:
        known = f"{whose.rpartition('-')[2]} {label.number}"
        return [(str(label), Student(_plain(known), moodle_id=known))]
    by_canvas, by_moodle = (
        label.number if label.system == system else "" for system in ("Canvas", "Moodle")
    )
    student = Student(
        _plain(whose) or label.number, whose, canvas_id=by_canvas, moodle_id=by_moodle
    )
    return [(str(label), student)]


def _plain(name: str) -> str:
    return "-".join(name.casefold().split()).strip(".")


def _unlike(student: Student, number: str, taken: set[str]) -> Student:
    if student.id not in taken:
        return student
    return Student(
        f"{student.id}-{number}",
        student.name,
        student.email,
        canvas_id=student.canvas_id,
        moodle_id=student.moodle_id,
    )
