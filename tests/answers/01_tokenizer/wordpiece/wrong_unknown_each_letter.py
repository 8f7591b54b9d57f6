"""Writes an [UNK] for each letter that does not fit. [wordpiece.unknown_each_letter]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    pieces, start = [], 0
    while start < len(word):
        prefix = "##" if start else ""
        for end in range(len(word), start, -1):
            if prefix + word[start:end] in vocab:
                break
        else:
            pieces.append("[UNK]")
            start += 1
            continue
        pieces.append(prefix + word[start:end])
        start = end
    return pieces
