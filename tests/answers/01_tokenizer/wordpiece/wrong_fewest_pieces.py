"""From the task text alone: looks for the way of cutting that takes the fewest pieces. [wordpiece.fewest]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    best = {0: []}
    for end in range(1, len(word) + 1):
        for start in range(end):
            piece = ("##" if start else "") + word[start:end]
            if start in best and piece in vocab:
                if end not in best or len(best[start]) + 1 < len(best[end]):
                    best[end] = best[start] + [piece]
    return best.get(len(word), ["[UNK]"])
