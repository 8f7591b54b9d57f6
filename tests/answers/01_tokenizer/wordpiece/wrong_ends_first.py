"""Works from the end of the word with a shrinking rest. [wordpiece.from_the_back]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    rest, pieces = word, []
    while rest:
        fits = [n for n in range(len(rest)) if ("##" if n else "") + rest[n:] in vocab]
        if not fits:
            return ["[UNK]"]
        pieces = [("##" if fits[0] else "") + rest[fits[0] :], *pieces]
        rest = rest[: fits[0]]
    return pieces
