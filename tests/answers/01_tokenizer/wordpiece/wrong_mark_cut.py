"""Glues ## to the rest and cuts pieces out of the mark itself. [wordpiece.mark_cut]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    pieces = []
    rest = word
    while rest:
        if pieces:
            rest = "##" + rest
        for end in range(len(rest), 0, -1):
            if rest[:end] in vocab:
                pieces.append(rest[:end])
                rest = rest[end:]
                break
        else:
            return ["[UNK]"]
    return pieces
