"""What checks observe of the reference solution and of every answer of the bank, recorded.

Right is what the solution shows, in every case the same; each wrong answer is kept under the key
that its docstring names, with the facts in which it departs from right.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from grader.course import bank, build, checks
from grader.course.bank import Answer
from grader.errors import CourseError
from grader.grading.observing import PARTS, Section, Seen, deals, section, twice
from grader.notebooks import files, notebook
from nlplab.checks.facts import Facts, departures, same
from nlplab.checks.match import Expected, Known, differs, mistake

GENERAL = ("check", "shapes")  # keys of these groups are of no mistake in particular


def stale(root: Path, name: str) -> dict[str, str]:
    """The exercises to be recorded, each with why; raises CourseError for the sources."""
    source = build.source(root, name)
    try:
        changed = checks.stale(root, name, source)
    except CourseError as error:
        return {exercise.grade_id: str(error) for exercise in checks.observed(source)}
    why = f"changed since it was recorded: run grader record {name}"
    return dict.fromkeys(changed, why)


def recordable(root: Path, name: str) -> list[str]:
    """The exercises of which something can be recorded; raises CourseError for the sources."""
    return [exercise.grade_id for exercise in checks.observed(build.source(root, name))]


def notebooks(root: Path, name: str, exercises: Sequence[str]) -> int:
    """How many notebooks are run to record these exercises; raises CourseError."""
    answers = [each for each in bank.answers(root, name) if each.exercise in exercises]
    return 2 * (1 + len(list(deals(answers))))


def record(
    root: Path,
    name: str,
    exercises: Sequence[str],
    step: Callable[[], object] = lambda: None,
) -> list[Path]:
    """Record these exercises of a section anew; returns the files written.

    `step` is called after each notebook that was run, of which there are `notebooks`.

    Raises CourseError, naming the answers and what to do, for whatever makes what is recorded say
    something else than what is meant; nothing is written then.
    """
    of = section(root, name)
    made = _made_from(of, exercises)  # before anything runs: what changes meanwhile is stale
    reference, seen = twice(of, exercises, step)
    faults = [line for answer in seen for line in _unseen(of, answer, seen[answer][0])]
    parts = [_kept(of, exercises, path) for path in (of.files.recorded, of.files.recorded_hidden)]
    for exercise in exercises:
        for test in of.tests(exercise):
            entry = _recorded(of, exercise, test, reference, seen, faults)
            for part, recorded in zip(PARTS, parts, strict=True):
                recorded[test] = entry[part]
        faults += _untold(of, exercise, parts[0], parts[1], seen)
    if faults:
        raise CourseError("\n".join(faults))
    shown, hidden = ({test: part[test] for test in _order(of)} for part in parts)
    files.write_text(of.files.recorded, checks.dumps(shown))
    files.write_text(of.files.recorded_hidden, checks.dumps(hidden, made))
    return [of.files.recorded, of.files.recorded_hidden]


def _made_from(of: Section, exercises: Sequence[str]) -> dict[str, str]:
    """What each exercise is made from: these by what stands there now, others as recorded."""
    now = checks.made_from(of.files.root, of.name, of.source)
    if now.keys() <= set(exercises):
        return now
    before = checks.read(of.files.recorded_hidden).get("made_from", {})
    return {
        key: what for key, what in (before | {e: now[e] for e in exercises}).items() if key in now
    }


def _order(of: Section) -> list[str]:
    return [test for exercise in of.solutions for test in of.tests(exercise)]


def _kept(of: Section, exercises: Sequence[str], path: Path) -> dict[str, Any]:
    """What is recorded of the other exercises; nothing is read where there are none."""
    others = {test for test in _order(of) if notebook.exercise_of(test) not in exercises}
    if not others:
        return {}
    return {test: what for test, what in checks.read(path)["checks"].items() if test in others}


# --- what it comes to ---


def _unseen(of: Section, answer: Answer, seen: Seen) -> list[str]:
    """A line for each test that an answer never came to, unless it was to be told just that."""
    lines = []
    for test, ended in seen.ended.items():
        said = f"ends in {ended.key}: {ended.message}"
        if ended.key == "check.undefined":
            said = f"does not define what it is asked for ({ended.message})"
        if ended.key not in (answer.key, *answer.also):
            lines.append(f"{test}: {_file(of, answer)} {said}")
    return lines


def _recorded(
    of: Section,
    exercise: str,
    test: str,
    reference: Sequence[Seen],
    seen: Mapping[Answer, Sequence[Seen]],
    faults: list[str],
) -> dict[str, Any]:
    """What is recorded of one check, by part; what must be mended first is added to `faults`.

    Of hidden cases it also says which wrong answers these catch, whatever visible ones show.
    """
    entry: dict[str, Any] = {}
    for part in PARTS:
        once, again = (each.facts.get((test, part), {}) for each in reference)
        faults += [f"{test} ({part}): the solution {what}" for what in _unsound(once, again)]
        known, caught = [], []
        for answer in (a for a in seen if a.exercise == exercise):
            facts = [each.facts.get((test, part), {}) for each in seen[answer]]
            wrong = next((w for each in facts if each and (w := differs(each, once))), {})
            if answer.key is None and wrong:
                faults.append(
                    f"{test} ({part}): {_file(of, answer)} is a right answer and differs from the "
                    f"solution in {', '.join(wrong)}: change the text, or drop the case"
                )
            if answer.key and wrong:
                caught.append(answer.name)
            before = seen[answer][0].facts.get((test, "shown"), {}) if part == "hidden" else {}
            if before and differs(before, entry["shown"]["right"]):
                continue  # it never comes to the hidden cases
            if answer.key and not is_general(answer.key):
                departs = _telling(answer, _steady(facts, once))
                known.append({"key": answer.key, "departs": departs, "file": answer.name})
        entry[part] = {"right": once, "known": _merged(known)}
    entry["hidden"]["caught"] = caught
    entry["shown"]["points"] = checks.points(notebook.cells_by_grade_id(of.source)[test])
    return entry


def _unsound(once: Facts, again: Facts) -> Iterator[str]:
    """What the solution does, in two runs, that nothing can be held against."""
    if not once:
        yield "shows nothing: does its cell run?"
    if raised := [name for name in once if name.endswith(":raised")]:
        yield f"itself raises: {', '.join(raised)}"
    if varied := differs(again, once):
        yield f"varies in {', '.join(varied)}"


def _steady(facts: Sequence[Facts], right: Facts) -> Facts:
    """The facts in which a wrong answer departs, the same in both runs."""
    once, again = (departures(each, right) for each in facts)
    return {name: what for name, what in once.items() if name in again and same(what, again[name])}


def _telling(answer: Answer, departs: Facts) -> Facts:
    """Of these the facts that the docstring names, all where it names none."""
    if not answer.telling:
        return departs
    return {n: what for n, what in departs.items() if n.rpartition(":")[2] in answer.telling}


def _merged(known: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Those that depart at all, of several alike one, with the files of all."""
    found: dict[str, dict[str, Any]] = {}
    for each in known:
        if each["departs"]:
            of = json.dumps([each["key"], each["departs"]], sort_keys=True)
            same_as = found.setdefault(of, {"key": each["key"], "departs": each["departs"]})
            same_as["files"] = [*same_as.get("files", []), each["file"]]
    return list(found.values())


def _untold(
    of: Section,
    exercise: str,
    shown: Mapping[str, Any],
    behind: Mapping[str, Any],
    seen: Mapping[Answer, Sequence[Seen]],
) -> list[str]:
    """A line for each wrong answer that a failing part does not tell by its own key.

    Nor may it be told another's where its own file is not recorded: a student may be the first.
    """
    lines = []
    for answer in (a for a in seen if a.exercise == exercise and a.key):
        failing = 0
        for test in of.tests(exercise):
            for part, recorded in zip(PARTS, (shown[test], behind[test]), strict=True):
                found = seen[answer][0].facts.get((test, part))
                if found is None or not differs(found, recorded["right"]):
                    continue
                failing += 1
                told = mistake(found, expected(recorded))
                first = mistake(found, expected(recorded, without=answer.name))
                if told not in own(answer):
                    lines.append(f"{test} ({part}): {_file(of, answer)} is told {told}")
                elif first not in (None, *own(answer)):
                    lines.append(
                        f"{test} ({part}): {_file(of, answer)} is told {first} where it is not in "
                        "the bank, as a student's would be: add a case that tells the two apart, "
                        "or name that key too"
                    )
                break
        if not failing and seen[answer][0].facts:
            lines.append(f"{_file(of, answer)} is taken for right by every case")
    return lines


def expected(entry: Mapping[str, Any], without: str = "") -> Expected:
    """What was recorded of one part of a check, but for what the file `without` alone teaches."""
    known = (
        Known(each["key"], each["departs"])
        for each in entry["known"]
        if set(each["files"]) - {without}
    )
    return Expected(entry["right"], tuple(known))


def own(answer: Answer) -> set[str | None]:
    """What a wrong answer may be told: its keys, or nothing in particular where one is general."""
    return {None if is_general(key) else key for key in (answer.key or "", *answer.also)}


def is_general(key: str) -> bool:
    """Whether a key is of no mistake in particular."""
    return key.partition(".")[0] in GENERAL


def _file(of: Section, answer: Answer) -> str:
    return f"{of.name}/{answer.exercise}/{answer.name}.py [{answer.key or 'right'}]"
