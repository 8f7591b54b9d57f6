"""Returns the first piece and the whole rest. [wordpiece.rest_in_one]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    for end in range(len(word), 0, -1):
        if word[:end] in vocab:
            return [word[:end], "##" + word[end:]] if end < len(word) else [word]
    return ["[UNK]"]
