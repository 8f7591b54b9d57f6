"""Takes the longest of the pieces that the rest starts with."""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    rest, pieces = word, []
    while rest:
        mark = "##" if pieces else ""
        fits = [p for p in vocab if p.startswith(mark) and rest.startswith(p[len(mark) :])]
        fits = [p for p in fits if len(p) > len(mark)]
        if not fits:
            return ["[UNK]"]
        pieces.append(max(fits, key=len))
        rest = rest[len(pieces[-1]) - len(mark) :]
    return pieces
