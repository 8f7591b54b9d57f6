"""Returns what was found and drops the rest. [wordpiece.unknown_dropped]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    pieces, start = [], 0
    while start < len(word):
        prefix = "##" if start else ""
        for end in range(len(word), start, -1):
            if prefix + word[start:end] in vocab:
                break
        else:
            return pieces
        pieces.append(prefix + word[start:end])
        start = end
    return pieces
