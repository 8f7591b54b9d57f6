"""No archive, notebook or answer, whatever is in it, ends in an exception or beyond a limit."""

import pytest
import torch  # noqa: F401 (as where it is judged: no child is to import it)

from tools import fuzz

pytestmark = pytest.mark.slow

A_FEW = 30


@pytest.mark.parametrize("kind", fuzz.KINDS)
def test_what_nobody_would_send_is_read_or_refused(kind: str) -> None:
    wrong = {seed: said for seed, _, said in fuzz.fuzz(kind, range(A_FEW)) if said}
    assert wrong == {}


@pytest.mark.parametrize("kind", fuzz.KINDS)
def test_none_of_it_takes_more_than_its_limit_and_two_seconds(kind: str) -> None:
    took = max(seconds for _, seconds, _ in fuzz.fuzz(kind, range(A_FEW, A_FEW + 10)))
    assert took < fuzz.BOUNDS.clock + 2


def test_an_input_is_the_same_whenever_its_seed_is(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    monkeypatch.setitem(fuzz.KINDS, "archive", lambda draw: drawn.append(fuzz.tree(draw)))
    for seed in (7, 7, 8):
        fuzz.attempt("archive", seed)
    assert repr(drawn[0]) == repr(drawn[1]) != repr(drawn[2])


def test_what_goes_wrong_is_told_with_its_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_: object) -> None:
        raise RuntimeError("a bug of ours")

    monkeypatch.setitem(fuzz.KINDS, "archive", breaks)
    [(seed, _, wrong)] = fuzz.fuzz("archive", range(3, 4))
    assert (seed, wrong) == (3, "RuntimeError: a bug of ours")
