"""From the task text alone: glues ## to the rest and also tries pieces that are cut out of the mark itself, so a vocabulary with # never ends. [wordpiece.mark_cut]"""

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
