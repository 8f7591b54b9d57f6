"""Keeps all beginnings, the longest first, and takes the first that goes through. [wordpiece.backtracked]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    waiting = [(0, [])]
    while waiting:
        start, pieces = waiting.pop()
        if start == len(word):
            return pieces
        for end in range(start + 1, len(word) + 1):
            piece = ("##" if start else "") + word[start:end]
            if piece in vocab:
                waiting.append((end, [*pieces, piece]))
    return ["[UNK]"]
