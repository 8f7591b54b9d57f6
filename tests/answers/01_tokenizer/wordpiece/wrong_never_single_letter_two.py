"""From the task text alone: stops looking at two letters. [wordpiece.length_never_tried]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    pieces, start = [], 0
    while start < len(word):
        end = len(word)
        while end - start > 1 and ("##" if start else "") + word[start:end] not in vocab:
            end -= 1
        piece = ("##" if start else "") + word[start:end]
        if end - start == 1 or piece not in vocab:
            return ["[UNK]"]
        pieces.append(piece)
        start = end
    return pieces
