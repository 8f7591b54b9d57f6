"""Not attempted, wrong, crashed: three outcomes, and FIXME."""

import operator
import subprocess
import sys

import pytest

from nlplab import FIXME, NotAttempted, shaped
from nlplab.outcomes import Mistake, Outcome

USES = {
    "called": lambda: FIXME(),
    "added": lambda: FIXME + 1,
    "added to": lambda: 1 + FIXME,
    "compared": lambda: FIXME == 1,
    "asked for truth": lambda: bool(FIXME),
    "iterated": lambda: list(FIXME),
    "indexed": lambda: FIXME[0],
    "an index": lambda: [1, 2][FIXME],
    "asked for an attribute": lambda: FIXME.shape,
    "formatted": lambda: f"{FIXME}",
    "measured": lambda: len(FIXME),
    "multiplied as a matrix": lambda: operator.matmul(FIXME, FIXME),
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_using_a_fixme_in_any_way_is_not_attempted(use):
    with pytest.raises(NotAttempted):
        use()


def test_a_fixme_that_a_checked_signature_meets_is_not_attempted():
    @shaped
    def double(x: int) -> int:
        return FIXME

    with pytest.raises(NotAttempted):
        double(1)
    with pytest.raises(NotAttempted):
        double(FIXME)


def test_an_outcome_shows_its_message_alone_and_tells_graders_its_key():
    mistake = Mistake("check.not_a_choice", choices="a, b", actual="'z'")
    assert mistake._render_traceback_() == [mistake.message]
    assert str(mistake) == f"check.not_a_choice: {mistake.message}"
    assert "'z'" in mistake.message


def test_where_nbgrader_validates_what_a_card_has_told_is_said_in_lines_that_it_does_not_cut(
    monkeypatch,
):
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    mistake = Mistake("check.not_a_choice", choices=", ".join("abcdefghij" * 4), actual="'z'")
    mistake.told = True
    lines = "\n".join(mistake._render_traceback_()).split("\n")
    assert " ".join(lines) == mistake.message
    assert len(lines) > 1
    assert max(map(len, lines)) <= 83  # with four columns to indent them, of 90


def test_outcomes_are_exceptions_so_that_a_failed_cell_is_seen_by_every_grader():
    assert issubclass(Outcome, Exception)


HEAVY = {"torch", "tokenizers", "transformers", "pandas", "numpy", "matplotlib", "pooch"}


def test_importing_nlplab_loads_nothing_heavy():
    code = "import sys, nlplab.data, nlplab.check, nlplab.plots, nlplab.colab; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert HEAVY & set(done.stdout.split()) == set()
