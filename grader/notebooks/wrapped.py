"""A notebook that was saved within something else, taken out of it."""

import json
import re
from typing import Any

DEEPEST = 3  # as in a text in an answer of a server's in a list
_FIRST_NAME = re.compile(
    r'[\s\ufeff]*+"(?:cells|metadata|nbformat|nbformat_minor|worksheets)"\s*+:', re.ASCII
)


def unwrapped(content: Any) -> Any:
    """The notebook in a list of one, in a text of JSON, or in what Jupyter's server answers.

    What has none in it comes back as it is. Raises RecursionError for JSON that is nested too deep.
    """
    inner = content
    for _ in range(DEEPEST + 1):
        if isinstance(inner, dict) and ("cells" in inner or "worksheets" in inner):
            return inner
        inner = _within(inner)
    return content


def _within(content: Any) -> Any:
    match content:
        case str():
            try:
                return json.loads(content)
            except ValueError:
                return None
        case [only] | {"content": only}:
            return only
    return None


def lacks_brace(text: str) -> bool:
    """Whether a text begins with a notebook's first name, as if the `{` before it were there."""
    return bool(_FIRST_NAME.match(text))
