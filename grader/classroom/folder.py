"""The folder of a class, as nbgrader lays it out: every path in it is spelled here."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from grader.errors import ClassError

CONFIG = "nbgrader_config.py"


@dataclass(frozen=True, order=True)
class Ref:
    """One submission: whose it is, and of which assignment.

    Both are names of single folders. Raises ClassError for a name that would lead elsewhere.
    """

    student: str
    assignment: str

    def __post_init__(self) -> None:
        check_name(self.student)
        check_name(self.assignment)

    def __str__(self) -> str:
        return f"{self.student}, {self.assignment}"


@dataclass(frozen=True)
class ClassFolder:
    """The folder of a class. Nothing here writes, and only what is in the last part reads."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)

    # --- of the class ---

    @property
    def gradebook(self) -> Path:
        return self.path / "gradebook.db"

    @property
    def roster(self) -> Path:
        return self.path / "roster.csv"

    @property
    def zone(self) -> Path:
        """The name of the class's time zone."""
        return self.path / "timezone.txt"

    @property
    def collected(self) -> Path:
        """The log of what was collected."""
        return self.path / "collected.csv"

    @property
    def versions(self) -> Path:
        """Every version that was collected."""
        return self.path / "collected"

    @property
    def unmatched(self) -> Path:
        """What nobody could be matched with, for a person to fill in."""
        return self.path / "unmatched.csv"

    @property
    def added(self) -> Path:
        """The tests that came after assignments were handed out."""
        return self.path / "added.json"

    @property
    def faults(self) -> Path:
        """Faults of ours."""
        return self.path / "faults"

    @property
    def log(self) -> Path:
        """A line for each submission that was graded."""
        return self.path / "grading.log"

    @property
    def lock(self) -> Path:
        return self.path / ".grading"

    @property
    def scratch(self) -> Path:
        """Temporary files of a grading."""
        return self.path / ".scratch"

    @property
    def inbox(self) -> Path:
        """What a sample class sent in."""
        return self.path / "inbox"

    @property
    def canvas_grades(self) -> Path:
        """The gradebook of a sample class, as Canvas exported it."""
        return self.path / "canvas-grades.csv"

    def export(self, name: str) -> Path:
        """A table of grades, for an LMS or for statistics."""
        return self.path / "exports" / f"{name}.csv"

    def packed(self, name: str) -> Path:
        """Pages of feedback, for an LMS."""
        return self.path / "exports" / f"{name}.zip"

    def report(self, assignment: str) -> Path:
        return self.path / "reports" / f"{assignment}.html"

    def step(self, name: str) -> Path:
        """One of nbgrader's folders: submitted, autograded or feedback."""
        return self.path / name

    # --- of one submission ---

    def submitted(self, ref: Ref) -> Path:
        """The folder that grading takes it from."""
        return self.step("submitted") / ref.student / ref.assignment

    def notebook(self, ref: Ref) -> Path:
        """The notebook that was handed in, where it is called as it should be."""
        return self.submitted(ref) / f"{ref.assignment}.ipynb"

    def timestamp(self, ref: Ref) -> Path:
        """When it was handed in, in nbgrader's way."""
        return self.submitted(ref) / "timestamp.txt"

    def graded(self, ref: Ref) -> Path:
        """The notebook with its outputs."""
        return self.step("autograded") / ref.student / ref.assignment / f"{ref.assignment}.ipynb"

    def feedback(self, ref: Ref) -> Path:
        """The page for its student."""
        return self.step("feedback") / ref.student / ref.assignment / f"{ref.assignment}.html"

    def result(self, ref: Ref) -> Path:
        """What its last grading said."""
        return self.path / "results" / ref.student / f"{ref.assignment}.json"

    def fault(self, ref: Ref) -> Path:
        """Why it has no grade of its latest version, through no fault of its own."""
        return self.faults / ref.student / f"{ref.assignment}.json"

    def version(self, ref: Ref, sha256: str) -> Path:
        """One of the versions that were collected."""
        return self.versions / ref.student / ref.assignment / f"{sha256[:16]}.ipynb"

    # --- what is there ---

    def submissions(
        self, assignments: Iterable[str], students: frozenset[str] = frozenset()
    ) -> list[Ref]:
        """What was handed in of these assignments, by these students or, if none, by everybody."""
        wanted = {*assignments}
        found = (Ref(path.parent.name, path.name) for path in self._handed_in())
        return [
            ref
            for ref in found
            if ref.assignment in wanted and (not students or ref.student in students)
        ]

    def unknown(self, assignments: Iterable[str]) -> list[Path]:
        """Folders below submitted/ that are none of these assignments."""
        known = {*assignments}
        return [path for path in self._handed_in() if path.name not in known]

    def with_pages(
        self, assignments: Iterable[str], students: frozenset[str] = frozenset()
    ) -> list[Ref]:
        """What can have feedback: graded notebooks of these assignments and students, sorted."""
        folders = self.step("autograded").glob("*")
        found = [Ref(folder.name, name) for folder in folders for name in assignments]
        return sorted(
            ref
            for ref in found
            if self.graded(ref).is_file() and (not students or ref.student in students)
        )

    def graded_assignments(self) -> list[str]:
        """The assignments of which somebody has a graded notebook, sorted."""
        found = self.step("autograded").glob("*/*")
        return sorted({path.name for path in found if path.is_dir()})

    def faulty(self) -> list[Ref]:
        """What has no grade of its latest version, through no fault of its own, sorted."""
        return sorted(Ref(path.parent.name, path.stem) for path in self.faults.glob("*/*.json"))

    def config(self) -> Config:
        """nbgrader's configuration for this class.

        Late penalties and the like come from the `nbgrader_config.py` beside the folder, where
        there is one; submitted/, autograded/ and feedback/ are always its own. So is gradebook.db,
        unless that file names a database of a server for this very class. Raises ClassError where
        it does not say for which.
        """
        root = self.path.resolve()
        config = Config()
        beside = (root.parent / CONFIG).resolve()
        if beside.is_file():
            config.merge(PyFileConfigLoader(CONFIG, path=str(root.parent)).load_config())
        of_course = config.CourseDirectory
        of_course.update({"db_url": self._db_url(of_course, beside), "root": str(root)})
        for step in ("source", "release", "submitted", "autograded", "feedback"):
            of_course[f"{step}_directory"] = step
        return config

    def _db_url(self, of_course: Config, beside: Path) -> str:
        """Where the settings `beside` the class, and its folder, say that its gradebook is."""
        named = str(of_course.get("db_url", ""))
        if not named or is_file(named):
            return file_url(self.gradebook.resolve())
        whose = {"root", "submitted_directory"} & of_course.keys()
        if not whose:
            raise ClassError(
                f"{beside} names a gradebook on a server, and not whose it is: add "
                f"c.CourseDirectory.root = {str(self.path.resolve())!r}"
            )
        submitted = of_course.get("submitted_directory", "submitted")
        if Path(beside.parent, of_course.get("root", ""), submitted).parent != self.path.resolve():
            return file_url(self.gradebook.resolve())
        if self.gradebook.exists():
            raise ClassError(
                f"{self} has two gradebooks, {self.gradebook.name} and the one on a server that "
                f"{beside} names: move {self.gradebook.name} elsewhere, or take db_url out"
            )
        return named

    def _handed_in(self) -> list[Path]:
        return [path for path in sorted(self.step("submitted").glob("*/*")) if path.is_dir()]


def file_url(gradebook: Path) -> str:
    """The address of a gradebook in a file, whatever its folder is called, as SQLAlchemy reads it.

    >>> file_url(Path("/100%/gradebook.db"))
    'sqlite:////100%25/gradebook.db'
    """
    return f"sqlite:///{quote(str(gradebook), safe=' +/')}"


def is_file(address: str) -> bool:
    """Whether a gradebook with this address is a file, and not on a server."""
    return address.startswith("sqlite")


def check_name(name: str) -> None:
    """Raises ClassError when it is not the name of a single folder."""
    if name in ("", ".", "..") or "/" in name or "\0" in name:
        raise ClassError(f"not the name of a folder: {name!r}")


def is_plain(path: Path) -> bool:
    """Whether it is a file in its own folder, not a link to somebody else's."""
    return path.is_file() and not path.is_symlink() and not path.parent.is_symlink()
