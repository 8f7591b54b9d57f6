"""What nbgrader does over and over for each submission, done once for a run.

It opens the gradebook ten times a submission, each time with a database engine that compiles every
query anew, and checks the schema of its metadata, which never changes, for each cell that it
checks. Together that is most of the time that recording takes. Results are the same.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import SimpleNamespace
from typing import Any

from jsonschema import validators
from nbgrader import api
from nbgrader.nbgraderformat import common


@contextmanager
def economy() -> Iterator[None]:
    """Within this, nbgrader shares engines and schemas; afterwards it is as it was."""
    engine, schema = api.create_engine, common.jsonschema
    api.create_engine = cache(engine)
    common.jsonschema = SimpleNamespace(validate=_Checked().validate)
    try:
        yield
    finally:
        api.create_engine, common.jsonschema = engine, schema


class _Checked:
    """`jsonschema.validate` that checks a schema the first time alone."""

    def __init__(self) -> None:
        self._known: dict[int, Any] = {}

    def validate(self, instance: Any, schema: dict[str, Any]) -> None:
        if id(schema) not in self._known:  # kept, so that no other schema can get its id
            kind = validators.validator_for(schema)
            kind.check_schema(schema)
            self._known[id(schema)] = kind(schema)
        self._known[id(schema)].validate(instance)
