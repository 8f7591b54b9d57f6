"""From the task text alone: goes back and tries a shorter piece where the longest leads nowhere. [wordpiece.backtracked]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    def cut(start):
        if start == len(word):
            return []
        mark = "##" if start else ""
        for end in range(len(word), start, -1):
            if mark + word[start:end] in vocab:
                rest = cut(end)
                if rest is not None:
                    return [mark + word[start:end]] + rest
        return None

    pieces = cut(0)
    return ["[UNK]"] if pieces is None else pieces
