"""Points as text: written for an LMS, and read as it writes them."""

import re


def number(value: float) -> str:
    """Points as an LMS reads them everywhere: `12`, `12.5`, `3.33`."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def parsed(text: str) -> float | None:
    """The number in a field, with a point or a comma; None when it is none."""
    text = text.strip().replace(",", ".")
    return float(text) if re.fullmatch(r"-?\d+(\.\d*)?", text, re.ASCII) else None


def within(value: float, maximum: float) -> float:
    """Points as an LMS takes them that knows no bonus: from 0 up to the maximum."""
    return min(max(value, 0.0), maximum)
