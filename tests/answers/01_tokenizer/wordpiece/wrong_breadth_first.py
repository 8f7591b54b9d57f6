"""Tries all ways of cutting, those of few pieces first. [wordpiece.fewest]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    ways = {0: []}
    while ways:
        longer = {}
        for start, pieces in ways.items():
            if start == len(word):
                return pieces
            for end in range(start + 1, len(word) + 1):
                piece = ("##" if start else "") + word[start:end]
                if piece in vocab:
                    longer.setdefault(end, [*pieces, piece])
        ways = longer
    return ["[UNK]"]
