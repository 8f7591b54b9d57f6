"""From the task text alone: puts ## before the rest of the word and treats it as a word. [wordpiece.mark_cut]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    def cut(text):
        for end in range(len(text), 0, -1):
            if text[:end] in vocab:
                rest = text[end:]
                if not rest:
                    return [text[:end]]
                after = cut("##" + rest)
                return None if after is None else [text[:end], *after]
        return None

    return cut(word) or ["[UNK]"]
