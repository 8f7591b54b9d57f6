"""Puts one [UNK] for the rest of the word. [wordpiece.unknown_in_part]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    pieces, start = [], 0
    while start < len(word):
        prefix = "##" if start else ""
        fits = [e for e in range(len(word), start, -1) if prefix + word[start:e] in vocab]
        if not fits:
            return [*pieces, "[UNK]"]
        pieces.append(prefix + word[start : fits[0]])
        start = fits[0]
    return pieces
