"""What a kernel says of an answer is cut where it comes in."""

from typing import Any

import pytest

from grader.grading.judge import LINE, MESSAGE, TEXT, Agent, judge
from nlplab.check import StudentError

LONG = "x" * 10**6
# What a kernel may answer to a request for `cut`.
SAID: dict[str, list[Any]] = {
    "an exception's text": ["error", "ValueError", LONG, "", [], "ValueError"],
    "an exception's name": ["error", LONG, "no", "", [], "ValueError"],
    "the line of an exception": ["error", "ValueError", "no", LONG, [], "ValueError"],
    "what is known of an exception": ["error", "ValueError", "no", "", ["name", LONG], "Error"],
    "the base of an exception": ["error", "ValueError", "no", "", [], LONG],
    "why it cannot be read": ["unreadable", LONG],
    "the name of a blank": ["outcome", "NotAttempted", "", {"name": LONG}, "", []],
    "what a mistake is filled with": [
        *("outcome", "Mistake", "shapes.argument"),
        dict.fromkeys(("name", "expected", "actual", "function"), LONG),
        *(LONG, [LONG]),
    ],
    "a value that is shown": ["value", LONG],
    "a value that is raised again": ["value", [LONG] * 10],
}


@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
def test_nothing_of_it_is_longer_than_a_person_reads(said: list[Any]) -> None:
    outcome, outputs = judge("cut-1", "cut", lambda request, *_: said)
    told = [outcome.message or "", outcome.line]
    told += [o.get("evalue", "") + "".join(o.get("traceback", [])) for o in outputs]
    told += [o.get("text", "") + str(o.get("data", "")) for o in outputs]
    assert max(map(len, told)) <= 2 * MESSAGE + TEXT
    assert len(outcome.line) <= LINE


@pytest.mark.parametrize(
    ("told", "kept"),
    [(["name", "y"], ["name", "y"]), (["name", LONG], []), ([[0] * 10**5], []), ([], [])],
)
def test_what_is_known_of_an_exception_is_what_an_honest_kernel_tells_or_nothing(
    told: list[Any], kept: list[Any]
) -> None:
    agent = Agent(lambda *_: ["error", "NameError", "no", "", told, "NameError"])
    with pytest.raises(StudentError) as raised:
        agent.ask("get", "cut")
    assert raised.value.facts == kept
