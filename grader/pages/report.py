"""The report of a class on one assignment: what was reached, what was not understood, whom to see.

One page that opens offline. Everything in it comes from the gradebook and from what was kept of
the last grading; what students wrote is escaped.
"""

import re
import string
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import mean, median
from typing import Any
from urllib.parse import quote

from grader.classroom import results
from grader.errors import FileError, GradebookError, NotebookError
from grader.gradebook.book import HandedIn, Points, handed_in, points
from grader.gradebook.record import reason_of
from grader.notebooks import files, notebook
from grader.outcome import TAMPERING, TestOutcome
from grader.pages import charts, harmless
from grader.pages.feedback import duration, told
from grader.pages.html import Say, read, render, speaker
from nlplab.messages import catalogue

MISTAKES = ("wrong", "crashed")
FIRST = 12  # mistakes that are shown unfolded


@dataclass(frozen=True)
class Submission:
    """What is known of one submission; `reason` says why it could not be graded."""

    points: Points
    handed_in: HandedIn
    tests: Mapping[str, TestOutcome]
    seconds: float
    repairs: list[dict[str, Any]]
    review: list[Any]
    reason: str = ""

    @property
    def student(self) -> str:
        return self.points.student

    @property
    def tampering(self) -> list[dict[str, Any]]:
        """The repairs that undo what was meant to change a grade."""
        return [r for r in self.repairs if str(r.get("key", "")).startswith(TAMPERING)]

    def outcome(self, exercise: str) -> str:
        """What became of one exercise: passed, partly, wrong, not_attempted or not_run."""
        score, most = self.points.exercises[exercise]
        if score >= most:
            return "passed"
        if score > 0:
            return "partly"
        tests = (test for name, test in self.tests.items() if _exercise(name) == exercise)
        outcomes = {test.outcome for test in tests} - {"passed"}
        order = (("wrong", MISTAKES), ("not_attempted", ("not_attempted",)))
        return next((name for name, kinds in order if outcomes & {*kinds}), "not_run")


@dataclass(frozen=True)
class Mistake:
    """How many students made a mistake, and in which exercises."""

    key: str
    text: str
    students: int
    exercises: dict[str, int]


@dataclass(frozen=True)
class Attention:
    """Students to look at, each with the reason; `title` and `why` are names in the catalogue."""

    title: str
    why: str
    students: list[tuple[Submission, str]]


def write(class_dir: Path | str, assignment: str, lang: str = "ko") -> Path:
    """Write the report of one assignment below reports/ and return its path.

    Raises NotRegisteredError, GradebookError when nothing is graded, and ValueError for a language
    that the course does not have.
    """
    found = submissions(class_dir, assignment)
    if not found:
        raise GradebookError(f"{assignment}: nothing has been graded")
    path = Path(class_dir, "reports", f"{assignment}.html")
    files.write_text(path, page(class_dir, assignment, found, lang))
    return path


def submissions(class_dir: Path | str, assignment: str) -> list[Submission]:
    """What is known of every submission that is recorded, sorted by student."""
    came = handed_in(class_dir, assignment)
    found = []
    for row in points(class_dir, assignment):
        known = results.read(class_dir, row.student, assignment)
        found.append(
            Submission(
                row,
                came[row.student],
                known["tests"],
                known["seconds"].get("total", 0.0),
                [repair for repair in known["repairs"] if isinstance(repair, dict)],
                known["review"],
                "" if known["tests"] else _reason(class_dir, row.student, assignment),
            )
        )
    return found


def page(class_dir: Path | str, assignment: str, found: list[Submission], lang: str = "ko") -> str:
    """The report as a page."""
    say = speaker(lang)
    graded = [each for each in found if not each.reason]
    exercises = list(found[0].points.exercises)
    outcomes = {name: Counter(each.outcome(name) for each in found) for name in exercises}
    scores = [each.points.score for each in found]
    seconds = [each.seconds for each in graded if each.seconds]
    wrong = mistakes(found, say)
    return render(
        "report.html.j2",
        lang,
        read("sort.js"),
        assignment=assignment,
        made=f"{datetime.now().astimezone():%Y-%m-%d %H:%M %Z}",
        found=found,
        exercises=exercises,
        outcomes=outcomes,
        kinds=[kind for kind in charts.COLOURS if any(c[kind] for c in outcomes.values())],
        most=found[0].points.max_score,
        mean=mean(scores),
        median=median(scores),
        distribution=charts.distribution(scores, found[0].points.max_score, say),
        success=charts.success(outcomes, say),
        times=charts.times(seconds, say) if seconds else None,
        slowest=sorted(graded, key=lambda each: -each.seconds)[:5],
        mistakes=wrong[:FIRST],
        rare=wrong[FIRST:],
        lists=[each for each in _lists(found, say) if each.students],
        late=lambda each: duration(each.handed_in.seconds_late, say),
        link=lambda student: _feedback(class_dir, student, assignment),
    )


def mistakes(found: Iterable[Submission], say: Say) -> list[Mistake]:
    """Every mistake that was made, the most frequent first, each student counted once."""
    made: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for each in found:
        for name, test in each.tests.items():
            if test.outcome in MISTAKES and test.key:
                made[test.key][_exercise(name)].add(each.student)
    counted = [
        Mistake(
            key,
            _text(key, say),
            len(set().union(*where.values())),
            {name: len(who) for name, who in sorted(where.items(), key=lambda w: -len(w[1]))},
        )
        for key, where in made.items()
    ]
    return sorted(counted, key=lambda mistake: (-mistake.students, mistake.key))


def _lists(found: list[Submission], say: Say) -> Iterator[Attention]:
    """Whom an instructor should look at."""
    reasons = [(each, harmless.without_paths(each.reason)) for each in found if each.reason]
    yield Attention("ungraded", "ungraded_why", reasons)
    unclear = [each for each in found if each.review]
    readings = [(e, " / ".join(_reading(reading, say) for reading in e.review)) for e in unclear]
    yield Attention("review", "review_why", readings)
    changes = [(each, " ".join(told(each.tampering, say))) for each in found if each.tampering]
    yield Attention("tampering", "tampering_why", changes)
    waiting = [each for each in found if each.handed_in.waiting]
    cells = [(each, say("report.tests", n=each.handed_in.waiting)) for each in waiting]
    yield Attention("waiting", "waiting_why", cells)
    late = [each for each in found if each.handed_in.seconds_late]
    late.sort(key=lambda each: -each.handed_in.seconds_late)
    yield Attention("late", "late_why", [(e, _lateness(e.handed_in, say)) for e in late])


def _lateness(handed: HandedIn, say: Say) -> str:
    told = duration(handed.seconds_late, say)
    if handed.penalty:
        told += " · " + say("report.penalty", points=f"{handed.penalty:g}")
    return told


def _reading(reading: Any, say: Say) -> str:
    """One way to read a submission, and the points that it would give."""
    match reading:
        case {"description": description, "points": int() | float() as earned}:
            return f"{description}: {say('feedback.points', n=f'{earned:g}')}"
        case _:
            return str(reading)


def _text(key: str, say: Say) -> str:
    """What the catalogue says of a mistake, without what differs between students."""
    group, _, name = key.partition(".")
    shown = f"withheld.{name}" if group == "check" else key
    key = shown if shown in catalogue() else key
    if key not in catalogue():
        return key
    places = {place for _, place, _, _ in string.Formatter().parse(catalogue()[key]["en"]) if place}
    values = {place: "" if place == "where" else "…" for place in places}
    sentences = re.split(r"(?<=[.?!])\s+", say(key, **values).lstrip("✗ "))
    return " ".join(each for each in sentences if "…" not in each) or " ".join(sentences)


def _exercise(test: str) -> str:
    return notebook.exercise_of(test) or test


def _reason(class_dir: Path | str, student: str, assignment: str) -> str:
    path = Path(class_dir, "autograded", student, assignment, f"{assignment}.ipynb")
    try:
        return reason_of(files.read(path))
    except (FileError, NotebookError):
        return ""


def _feedback(class_dir: Path | str, student: str, assignment: str) -> str:
    """The address of a student's feedback as seen from the report, empty where there is none."""
    place = ("feedback", student, assignment, f"{assignment}.html")
    return "../" + "/".join(map(quote, place)) if Path(class_dir, *place).is_file() else ""
