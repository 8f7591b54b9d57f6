"""Leaves out letters in which no piece begins. [wordpiece.letters_skipped]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    pieces, rest = [], word
    while rest:
        mark = "##" if len(rest) < len(word) else ""
        fits = [n for n in range(len(rest), 0, -1) if mark + rest[:n] in vocab]
        if fits:
            pieces.append(mark + rest[: fits[0]])
        rest = rest[fits[0] :] if fits else rest[1:]
    return pieces if pieces else ["[UNK]"]
