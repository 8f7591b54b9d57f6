"""Starts one short of the end, so the whole rest is never tried. [wordpiece.length_never_tried]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    pieces, start = [], 0
    while start < len(word):
        prefix = "##" if start else ""
        for end in range(len(word) - 1, start, -1):
            if prefix + word[start:end] in vocab:
                break
        else:
            return ["[UNK]"]
        pieces.append(prefix + word[start:end])
        start = end
    return pieces
