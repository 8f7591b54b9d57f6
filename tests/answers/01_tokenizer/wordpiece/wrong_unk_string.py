"""From the task text alone: returns the string [UNK] and not a list with it. [wordpiece.unknown_not_in_list]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    pieces = []
    rest = word
    while rest:
        mark = "##" if pieces else ""
        size = next((n for n in range(len(rest), 0, -1) if mark + rest[:n] in vocab), None)
        if size is None:
            return "[UNK]"
        pieces.append(mark + rest[:size])
        rest = rest[size:]
    return pieces
