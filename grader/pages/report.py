"""The report of a class on one assignment: what was reached, what was not understood, whom to see.

One page that opens offline. Everything in it comes from the gradebook and from what was kept of
the last grading; what students wrote is escaped.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean, median
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from grader.classroom import zone
from grader.classroom.folder import ClassFolder, Ref
from grader.errors import GradebookError
from grader.gradebook.questions import FEWEST, questions
from grader.gradebook.session import Book
from grader.notebooks import files
from grader.notebooks.notebook import exercise_of
from grader.pages import alike, charts, harmless
from grader.pages.alike import Pair
from grader.pages.attention import attention, lateness
from grader.pages.html import Say, read, render, speaker
from grader.pages.submissions import MISTAKES, Submission, submissions
from nlplab import messages

FIRST = 12  # mistakes that are shown unfolded
MOST_PAIRS, MOST_TEXTS = 30, 2  # pairs of alike answers that are shown, and exercises of each
LONGEST_TEXT = 3_000  # characters of an answer that is shown beside another


@dataclass(frozen=True)
class Mistake:
    """How many students made a mistake, and in which exercises."""

    key: str
    text: str
    students: int
    exercises: dict[str, int]


def write(book: Book, assignment: str, lang: str = "ko", root: Path | None = None) -> Path:
    """Write the report of one assignment below reports/ and return its path.

    `root`, the course, tells which answers are usual ones, beside those that many students gave.

    Raises NotRegisteredError, GradebookError when nothing is graded, SettingError for a language
    that the course does not have.
    """
    found = submissions(book, assignment)
    if not found:
        raise GradebookError(f"{assignment}: nothing has been graded")
    right = {each.student: each.right for each in found if not each.reason}
    pairs = alike.of_class(book, assignment, right, root)
    path = book.folder.report(assignment)
    files.write_text(path, page(book.folder, assignment, found, lang, pairs))
    return path


def page(
    folder: ClassFolder,
    assignment: str,
    found: list[Submission],
    lang: str = "ko",
    pairs: Sequence[Pair] = (),
) -> str:
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
        made=zone.read(folder).shown(datetime.now(UTC)),
        zone=zone.read(folder),
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
        **_analysed(graded, pairs),
        lists=[each for each in attention(folder, assignment, found, lang) if each.students],
        late=lambda handed: lateness(handed, say),
        link=lambda student: _feedback(folder, Ref(student, assignment)),
    )


def _analysed(graded: Sequence[Submission], pairs: Sequence[Pair]) -> dict[str, Any]:
    """How the questions did, and which answers are alike."""
    return {
        "questions": questions([each.points for each in graded]),
        "fewest": FEWEST,
        "pairs": pairs,
        "most_pairs": MOST_PAIRS,
        "most_texts": MOST_TEXTS,
        "excerpt": _excerpt,
    }


def _excerpt(text: str, kind: str) -> Markup:
    """An answer, or as much of its beginning as fits beside another."""
    show = harmless.code if kind == "code" else harmless.markdown
    return show(text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT] + "\n…")


def mistakes(found: Iterable[Submission], say: Say) -> list[Mistake]:
    """Every mistake that was made, the most frequent first, each student counted once."""
    made: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for each in found:
        for name, test in each.tests.items():
            if test.outcome in MISTAKES and test.key:
                made[test.key][exercise_of(name)].add(each.student)
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


FOLLOWING = {"where", "kind", "of", "at"}  # what a message may end with, in some cases


def _text(key: str, say: Say) -> str:
    """What the catalogue says of a mistake, without what differs between students."""
    if not messages.has(key):
        return key
    values = {place: "" if place in FOLLOWING else "…" for place in messages.places(key)}
    sentences = re.split(r"(?<=[.?!])\s+", say(key, **values).lstrip("✗ "))
    return " ".join(each for each in sentences if "…" not in each) or " ".join(sentences)


def _feedback(folder: ClassFolder, ref: Ref) -> str:
    """The address of a student's feedback as seen from the report, empty where there is none."""
    page = folder.feedback(ref)
    place = page.relative_to(folder.path).parts
    return "../" + "/".join(map(quote, place)) if page.is_file() else ""
