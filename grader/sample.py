"""A class of twelve, composed from the answer bank: what an instructor may expect to be sent."""

import copy
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from grader import bank, build, notebook
from grader.regions import solution_text

CRASH = "import os\n\nos._exit(1)"
Chosen = dict[str, str]


@dataclass(frozen=True)
class Student:
    """Who hands in what: answers, the language of the release, and whether Colab saved it."""

    name: str
    story: str
    choose: Callable[["Bank"], Chosen]
    lang: str = "ko"
    colab: bool = False


class Bank:
    """The answers of one assignment, ready to pick from: the solutions, right and wrong ones."""

    def __init__(self, root: Path, assignment: str) -> None:
        source = notebook.read(notebook.source_path(root, assignment))
        self.solutions = {
            exercise.grade_id: solution_text(exercise.solution.source)
            for exercise in notebook.exercises(source)
        }
        answers = bank.answers(root, assignment)
        self.right = self._by_exercise(answer for answer in answers if answer.key is None)
        self.wrong = self._by_exercise(answer for answer in answers if answer.key is not None)

    def _by_exercise(self, answers: Iterable[bank.Answer]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {name: [] for name in self.solutions}
        for answer in answers:
            found[answer.exercise].append(answer.code)
        return found

    def first(self, share: float) -> Chosen:
        """The solutions of the first exercises, up to `share` of them."""
        count = round(share * len(self.solutions))
        return dict(list(self.solutions.items())[:count])

    def other_right(self, number: int) -> Chosen:
        """A right answer other than the solution to every exercise."""
        return {name: codes[number % len(codes)] for name, codes in self.right.items()}

    def wrong_in(self, every: int, number: int) -> Chosen:
        """The solutions, but for a wrong answer to every so-manieth exercise."""
        chosen = dict(self.solutions)
        for name in list(chosen)[number % every :: every]:
            chosen[name] = self.wrong[name][number % len(self.wrong[name])]
        return chosen

    def crashing(self) -> Chosen:
        """The solutions, but for a cell in the middle that ends the kernel."""
        middle = list(self.solutions)[len(self.solutions) // 2]
        return self.solutions | {middle: CRASH}


CLASS = (
    Student("bae-noeul", "perfect", lambda b: b.solutions),
    Student("choi-garam", "perfect, in another way", lambda b: b.other_right(0)),
    Student("ellis-ward", "perfect, in English", lambda b: b.other_right(1), lang="en"),
    Student("han-byeol", "the first half", lambda b: b.first(0.5)),
    Student("jung-sol", "the first quarter", lambda b: b.first(0.25)),
    Student("kim-areum", "untouched", lambda b: {}),
    Student("lee-dasom", "wrong in every second exercise", lambda b: b.wrong_in(2, 0)),
    Student("moon-haru", "wrong in every third exercise", lambda b: b.wrong_in(3, 1)),
    Student("oh-saebom", "wrong everywhere", lambda b: b.wrong_in(1, 2)),
    Student("park-iseul", "ends the kernel half-way", lambda b: b.crashing()),
    Student("shin-onyu", "perfect, saved by Colab", lambda b: b.other_right(2), colab=True),
    Student("yoon-maru", "half, saved by Colab", lambda b: b.first(0.6), lang="en", colab=True),
)


def write_class(root: Path, class_dir: Path, assignments: list[str]) -> list[Student]:
    """Write the submissions of the sample class below `class_dir`; returns who is in it.

    Raises FileExistsError when there are submissions already: nothing of a real class is touched.
    """
    submitted = class_dir / "submitted"
    if submitted.exists() and any(submitted.iterdir()):
        raise FileExistsError(f"{submitted} holds submissions already; name another folder")
    for assignment in assignments:
        answers = Bank(root, assignment)
        for student in CLASS:
            released = notebook.read(build.student_path(root, student.lang, assignment))
            composed = bank.compose(released, student.choose(answers))
            path = submitted / student.name / assignment / f"{assignment}.ipynb"
            text = as_colab_saves(composed) if student.colab else notebook.dumps(composed)
            notebook.write_text(path, text)
    return list(CLASS)


def as_colab_saves(nb: NotebookNode) -> str:
    """The text of a notebook the way Colab writes it.

    Format 4.0 without cell ids, its own metadata on notebook and cells, another kernelspec, and
    sources as lists of lines.
    """
    saved: dict[str, Any] = json.loads(json.dumps(copy.deepcopy(nb)))
    saved["nbformat_minor"] = 0
    saved["metadata"] = {
        "colab": {"provenance": [], "toc_visible": True, "gpuType": "T4"},
        "kernelspec": {"name": "python3", "display_name": "Python 3"},
        "language_info": {"name": "python"},
        "accelerator": "GPU",
    }
    for number, cell in enumerate(saved["cells"]):
        cell["metadata"]["id"] = f"{cell.pop('id')[:8]}{number:04x}"
        cell["source"] = cell["source"].splitlines(keepends=True)
        if cell["cell_type"] == "code":
            cell["metadata"]["executionInfo"] = {"status": "ok", "elapsed": 12, "user_tz": -540}
    return json.dumps(saved, ensure_ascii=False)
