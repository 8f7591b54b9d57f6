"""Answers of the bank, picked for a student: right, wrong, half of them."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from grader.course import bank, sources
from grader.notebooks import files, notebook
from grader.notebooks.regions import solution_text

CRASH = "import os\n\nos._exit(1)"
COMMENT = "# 여러 번 고친 끝에 이렇게 썼다"
Chosen = dict[str, str]


def in_words(root: Path, assignment: str, lang: str, sentences: Sequence[int]) -> Chosen:
    """These sentences of each model answer in words, by number; nothing where there are none."""
    source = files.read(sources.source_path(root, assignment))
    models = [c for c in source.cells if notebook.is_written(c) and c.metadata.lang == lang]
    texts = {notebook.grade_id(c) or "": re.split(r"(?<=[.?!])\s+", c.source) for c in models}
    return {
        name: " ".join(text[number] for number in sentences if number < len(text))
        for name, text in texts.items()
        if sentences
    }


class Bank:
    """The answers of one assignment, ready to pick from: the solutions, right and wrong ones."""

    def __init__(self, root: Path, assignment: str) -> None:
        source = files.read(sources.source_path(root, assignment))
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

    def copied(self, chosen: Chosen) -> Chosen:
        """Answers of somebody else, with a comment above each so that they look like one's own."""
        return {name: f"{COMMENT}\n{code}" for name, code in chosen.items()}

    def crashing(self) -> Chosen:
        """The solutions, but for a cell in the middle that ends the kernel."""
        middle = list(self.solutions)[len(self.solutions) // 2]
        return self.solutions | {middle: CRASH}
