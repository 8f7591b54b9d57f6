"""Marks what is left after the first piece as one piece. [wordpiece.rest_in_one]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    fits = [n for n in range(len(word), 0, -1) if word[:n] in vocab]
    if not fits:
        return ["[UNK]"]
    rest = word[fits[0] :]
    return [word[: fits[0]]] + (["##" + rest] if rest else [])
