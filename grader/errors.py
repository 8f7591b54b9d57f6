"""Everything that a command may end with, as one tree.

    GraderException               says what is wrong, where, and what to do
    ├── GraderError               somebody can mend it
    │   ├── SettingError          an option, a limit or a line of a configuration
    │   ├── FileError             a file that cannot be read or written
    │   ├── CourseError           the sources, or what is made of them
    │   │   ├── NoSuchAssignmentError
    │   │   ├── NotebookError
    │   │   ├── MarkerError
    │   │   ├── ReleaseError
    │   │   └── PublishError
    │   ├── ClassError            a class folder
    │   │   ├── BusyError
    │   │   ├── TableError
    │   │   │   └── RosterError
    │   │   ├── CollectError
    │   │   ├── ExportError
    │   │   ├── NoSuchReadingError
    │   │   └── GradebookError
    │   │       ├── NotRegisteredError
    │   │       └── AssignmentChangedError
    │   ├── SubmissionError       what one student handed in: it costs that student's points
    │   │   ├── NotHandedInError
    │   │   ├── NotJSONError
    │   │   ├── NotANotebookError
    │   │   ├── NotThisAssignmentError
    │   │   ├── TooManyReadingsError
    │   │   ├── BeyondLimitsError of the grader's own work on it
    │   │   └── UnreadableAnswer  of its kernel
    │   └── SandboxError          student code cannot be held here
    └── GraderFault               nobody's answer is to blame: no grade comes of it
        ├── LauncherDied          the process that forks kernels
        ├── WorkerLost            a process that graded a submission
        └── EngineLost            all of them

What runs beside a student has a root of its own (`sandboxed.protocol.ProtocolError`), and so have
requests that a kernel left unanswered (`kernel.client.KernelLost`) and what goes wrong in our own
code between a check and a kernel (`grading.judge.JudgeFailed`): these are no Exceptions, so that no
check takes them for the student's.
"""


class GraderException(Exception):
    """The root; the message is for a person."""


class GraderError(GraderException):
    """Somebody can mend it: the message says what, where, and what to do."""


class SettingError(GraderError):
    """An option, a limit or a line of a configuration that makes no sense."""


class FileError(GraderError):
    """A file that cannot be read or written, and why."""


class CourseError(GraderError):
    """The sources of the course, or what is made of them."""


class NoSuchAssignmentError(CourseError):
    """An assignment that has no source; the message says which there are."""


class NotebookError(CourseError):
    """A file that is no notebook of format 4."""


class MarkerError(CourseError):
    """Markers of a solution region that do not fit together."""


class ReleaseError(CourseError):
    """A source that cannot be released or a solution that does not run; names the cell."""


class PublishError(CourseError):
    """What must not be handed out, or cannot be written where it was to be."""


class ClassError(GraderError):
    """Something in the folder of a class."""


class BusyError(ClassError):
    """Somebody else is grading this class."""


class TableError(ClassError):
    """A table that cannot be used; names the line and the column, and what to write instead."""


class RosterError(TableError):
    """A roster that cannot be used."""


class CollectError(ClassError):
    """What cannot be collected from, or into, this class."""


class ExportError(ClassError):
    """A file or class that cannot be exported; says what to change."""


class NoSuchReadingError(ClassError):
    """A reading was chosen that the submission does not have."""


class GradebookError(ClassError):
    """Something that the gradebook does not have or cannot take."""


class NotRegisteredError(GradebookError):
    """The gradebook does not know the assignment: it was never registered."""


class AssignmentChangedError(GradebookError):
    """An assignment changed after submissions were graded, and going on would lose something."""


class SubmissionError(GraderError):
    """A submission that cannot be graded as it is, whatever is done about the grader.

    Why, is read in either language: a key of the catalogue, and what it is filled with. As text it
    is English; a key that the catalogue does not have is a text by itself.
    """

    def __init__(self, key: str, **values: str) -> None:
        from nlplab.messages import has, say  # which the command line does without until then

        super().__init__(say(key, lang="en", **values) if has(key) else key)
        self.key, self.values = key, values


class NotHandedInError(SubmissionError):
    """There is no notebook of the assignment's name, or it is no ordinary file."""


class NotJSONError(SubmissionError):
    """The file is not JSON text: cut short, binary, or something else renamed."""


class NotANotebookError(SubmissionError):
    """The file is JSON, but not a notebook of format 3 or 4."""


class NotThisAssignmentError(SubmissionError):
    """A notebook that has no cell of the assignment."""


class TooManyReadingsError(SubmissionError):
    """A notebook that can be read in so many ways that a person has to put it right."""


class BeyondLimitsError(SubmissionError):
    """What the grader itself does about it took more than its value `limit`, such as `30 s`."""


class UnreadableAnswer(SubmissionError):
    """What a student's kernel answered that holds no value, or one beyond the limits."""


class SandboxError(GraderError):
    """Sandboxing is not possible here; the message says why and what to change."""


class GraderFault(GraderException):
    """Nobody's answer is to blame: what was recorded stays, and grading again tries again."""


class LauncherDied(GraderFault):
    """The process that forks kernels ended or does not start."""


class WorkerLost(GraderFault):
    """A process that worked on a submission ended; another may do it."""


class EngineLost(GraderFault):
    """The processes that grade have ended. What was recorded before stays."""
