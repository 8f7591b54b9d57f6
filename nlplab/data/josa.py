"""Korean particles and endings that depend on the sound before them.

A pair is written consonant form first, as in 이/가, 을/를, 으로/로, 습니다/ㅂ니다.
"""

import re

_FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_CLOSING = "\"'`’”)]}>》」"
# Final sound of a digit or letter read out: 3 is 삼, L is 엘. All others end in a vowel.
_READ_OUT = {"0": "ㅇ", "1": "ㄹ", "3": "ㅁ", "6": "ㄱ", "7": "ㄹ", "8": "ㄹ"} | {
    "l": "ㄹ",
    "m": "ㅁ",
    "n": "ㄴ",
    "r": "ㄹ",
}


def final(text: str) -> str:
    """The consonant that `text` ends in when read aloud, or "" after a vowel.

    Closing quotes and brackets are silent: final("'달빛'") is "ㅊ".
    """
    last = text.rstrip(_CLOSING)[-1:].lower()
    if "가" <= last <= "힣":
        return _FINALS[(ord(last) - ord("가")) % 28].strip()
    return _READ_OUT.get(last, "")


def attach(text: str, pair: str) -> str:
    """`text` followed by the form of `pair` that fits it.

    attach("학교", "을/를") is "학교를", attach("예쁘", "음/ㅁ") is "예쁨" and
    attach("만들", "는다/ㄴ다") is "만든다". Raises ValueError when `pair` is
    not two forms with a slash between them.
    """
    after_consonant, slash, after_vowel = pair.partition("/")
    if not (slash and after_consonant and after_vowel):
        raise ValueError(f"expected two forms such as 을/를, got {pair!r}")
    sound, merges = final(text), after_vowel[0] in _FINALS
    if sound == "ㄹ" and (merges or after_consonant.startswith("으")):
        sound = ""
    if sound:
        return text + after_consonant
    return _merge(text, after_vowel) if merges else text + after_vowel


def resolve(text: str) -> str:
    """`text` with every «pair» in it attached to what stands before it."""
    head, *rest = re.split(r"«([^«»]*)»", text)
    for pair, following in zip(rest[::2], rest[1::2], strict=True):
        head = attach(head, pair) + following
    return head


def _merge(text: str, ending: str) -> str:
    # ㄹ gives way to ㄴ and ㅂ (만든다, 만듭니다) and stays beside ㅁ (만듦).
    consonant = ending[0]
    if final(text) == "ㄹ" and consonant == "ㅁ":
        consonant = "ㄻ"
    bare = ord(text[-1]) - (ord(text[-1]) - ord("가")) % 28
    return text[:-1] + chr(bare + _FINALS.index(consonant)) + ending[1:]
