"""Text that a person reads as it is: what shows no mark, and might do something, is replaced."""

import unicodedata

REPLACED = "\N{REPLACEMENT CHARACTER}"
# Controls, formats such as the direction of writing, halves of surrogate pairs, line separators.
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
# Others that take no room, or look like a space: joiners, fillers of Hangul, variation selectors.
_EMPTY = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0}
_EMPTY |= {*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}


def visible(text: str, kept: str = "") -> str:
    """Text in which every such character is a replacement character, but for those `kept`."""
    return "".join(mark if mark in kept or _is_seen(mark) else REPLACED for mark in text)


def _is_seen(mark: str) -> bool:
    return unicodedata.category(mark) not in _UNSEEN and ord(mark) not in _EMPTY
