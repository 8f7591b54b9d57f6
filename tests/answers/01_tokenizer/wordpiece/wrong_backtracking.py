"""Searches for any way to cut the word. [wordpiece.backtracked]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    best = {0: []}
    for end in range(1, len(word) + 1):
        for start in range(end):
            piece = ("##" if start else "") + word[start:end]
            if start in best and piece in vocab:
                cut = [*best[start], piece]
                if end not in best or len(cut) <= len(best[end]):
                    best[end] = cut
    return best.get(len(word), ["[UNK]"])
