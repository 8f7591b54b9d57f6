"""From the task text alone: takes the longest piece anywhere in the word first. [wordpiece.longest_anywhere]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    def cut(left, right):
        if left == right:
            return []
        for size in range(right - left, 0, -1):
            for start in range(left, right - size + 1):
                piece = ("##" if start else "") + word[start : start + size]
                if piece in vocab:
                    before, after = cut(left, start), cut(start + size, right)
                    return None if None in (before, after) else [*before, piece, *after]
        return None

    return cut(0, len(word)) or ["[UNK]"]
