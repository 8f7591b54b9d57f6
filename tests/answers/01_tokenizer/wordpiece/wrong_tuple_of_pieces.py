"""Collects the pieces in a tuple. [wordpiece.not_a_list]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    pieces, start = (), 0
    while start < len(word):
        prefix = "##" if start else ""
        for end in range(len(word), start, -1):
            if prefix + word[start:end] in vocab:
                break
        else:
            return ("[UNK]",)
        pieces += (prefix + word[start:end],)
        start = end
    return pieces
