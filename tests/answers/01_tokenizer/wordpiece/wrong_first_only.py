"""Stops after the first piece. [wordpiece.rest_dropped]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    for end in range(len(word), 0, -1):
        if word[:end] in vocab:
            return [word[:end]]
    return ["[UNK]"]
