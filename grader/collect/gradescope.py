"""Gradescope's `submission_metadata.yml`: who handed in each submission of an export, and when.

Its keys are Ruby's symbols, `:submitters` with `:name`, `:sid` and `:email`, and `:created_at`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import yaml

from grader.errors import TableError

FILE = "submission_metadata.yml"


@dataclass(frozen=True)
class Submitted:
    """When a submission came in, in UTC, and for each of its students what they are known by."""

    time: datetime | None
    people: tuple[tuple[str, ...], ...]


def read(data: bytes) -> dict[str, Submitted]:
    """What it says, by the number of the submission; raises TableError for what cannot be read."""
    try:
        found = yaml.load(data, Loader=yaml.CSafeLoader) if data else {}
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise TableError(f"{FILE} cannot be read: {' '.join(str(error).split())[:200]}") from error
    if not isinstance(found, dict):
        raise TableError(f"{FILE} is not as Gradescope writes it: export the submissions again")
    return {
        str(name).rpartition("_")[2]: _submitted(each)
        for name, each in found.items()
        if isinstance(each, dict)
    }


def _submitted(each: dict[Any, Any]) -> Submitted:
    time, people = _of(each, "created_at"), _of(each, "submitters")
    aware = time if isinstance(time, datetime) else None
    if aware and not aware.tzinfo:
        aware = aware.replace(tzinfo=UTC)  # Gradescope writes UTC
    known = [
        tuple(_text(_of(person, key)) for key in ("email", "sid", "name"))
        for person in (people if isinstance(people, list) else [])
        if isinstance(person, dict)
    ]
    return Submitted(aware and aware.astimezone(UTC), tuple(known))


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int) else ""


def _of(values: dict[Any, Any], key: str) -> Any:
    """The value of a key, which is a symbol in Ruby's way or plain."""
    return values.get(f":{key}", values.get(key))
