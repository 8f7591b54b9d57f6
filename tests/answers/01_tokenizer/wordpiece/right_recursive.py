"""Cuts the first piece off and calls itself for the rest."""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    def cut(rest, prefix):
        if not rest:
            return []
        for end in range(len(rest), 0, -1):
            if prefix + rest[:end] in vocab:
                tail = cut(rest[end:], "##")
                return None if tail is None else [prefix + rest[:end], *tail]
        return None

    return cut(word, "") or ["[UNK]"]
