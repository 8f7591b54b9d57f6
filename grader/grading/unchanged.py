"""What need not be looked at again, since nothing that its grade comes of has changed.

This is told from the bytes of files and a glance at the gradebook. Where they differ, the
submission is read, and may turn out to be the same all the same: `job.known`.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from functools import cache
from pathlib import Path

from grader.classroom import faults, results, submission
from grader.classroom.folder import ClassFolder, Ref
from grader.course import sources
from grader.errors import FileError, GradebookError, SubmissionError
from grader.gradebook import glance
from grader.grading.entry import Entry
from grader.grading.options import Options
from grader.notebooks.files import read_bytes, sha256
from grader.outcome import Graded

Extensions = Mapping[str, Mapping[str, timedelta]]  # by student and assignment


class Unchanged:
    """Knows the submissions of a class whose result is recorded and stands.

    What belongs to an assignment is read once: make another after the course or the gradebook has
    changed.
    """

    def __init__(
        self, root: Path, folder: ClassFolder, options: Options, extensions: Extensions
    ) -> None:
        self.root, self.folder, self.options, self.extensions = root, folder, options, extensions
        self._faulty = faults.read(folder)
        self._assignment = cache(self._of_assignment)
        self._recorded = cache(glance.recorded)
        self._course = cache(self._of_course)

    def entry(self, ref: Ref) -> Entry | None:
        """What was recorded of a submission, None where it may differ now."""
        folder, options = self.folder, self.options
        if options.force or options.reading is not None or ref in self._faulty:
            return None
        kept = results.read(folder, ref)
        if not (kept.inputs and self._stands(ref, kept.inputs)):
            return None
        if kept.reason:
            return Entry(ref, reason=kept.reason.said("en"), new=False)
        told = Graded(b"", (*kept.tests.values(),), dict(kept.seconds), kept.repairs, kept.review)
        return Entry(ref, told, new=False)

    def _stands(self, ref: Ref, inputs: str) -> bool:
        """Whether what came of these inputs is recorded, and they are the same now."""
        with suppress(GradebookError):
            there = ref.student in self._recorded(self.folder, ref.assignment)
            return there and self.folder.graded(ref).is_file() and self.inputs(ref) == inputs
        return False

    def inputs(self, ref: Ref) -> str:
        """A hash of all that the grade of a submission comes of; empty where it cannot be read."""
        stamp = self.folder.timestamp(ref)
        try:
            handed = submission.handed_in(self.folder, ref)
            when = read_bytes(stamp) if stamp.is_file() else b""
        except (SubmissionError, FileError, OSError):
            return ""
        more = self.extensions.get(ref.student, {}).get(ref.assignment)
        own = repr((handed, when, more)).encode()
        return sha256(own + self._assignment(ref.assignment))

    def _of_assignment(self, name: str) -> bytes:
        """What the submissions of an assignment have in common."""
        told = (glance.registered(self.folder, name), self.options.limits)
        return repr(told).encode() + self._course() + results.environment(name)

    def _of_course(self) -> bytes:
        """The files of the course, of which one assignment may have cells from another."""
        root, folder = self.root, self.folder
        course = [sources.source_path(root, name) for name in sources.assignments(root)]
        course += sorted((root / "source").glob("*.hidden.*"))
        course += [folder.added] if folder.added.is_file() else []
        files = [(path.name, sha256(read_bytes(path))) for path in course]
        settings = {name: of for name, of in folder.config().items() if name != "CourseDirectory"}
        return repr((files, settings)).encode()  # wherever the class lies
