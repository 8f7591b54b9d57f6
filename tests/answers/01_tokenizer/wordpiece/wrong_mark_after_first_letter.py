"""Marks by the number of pieces that fit, so that the second is marked twice. [wordpiece.marked_twice]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    pieces, start = [], 0
    while start < len(word):
        prefix = "##" if start else ""
        for end in range(len(word), start, -1):
            piece = prefix + word[start:end]
            if piece in vocab:
                pieces.append(prefix + piece)
                break
        else:
            return ["[UNK]"]
        start = end
    return pieces
