"""From the task text alone: takes pieces off the end of the word, the longest first. [wordpiece.from_the_back]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    pieces, end = [], len(word)
    while end > 0:
        for start in range(end):
            piece = ("##" if start else "") + word[start:end]
            if piece in vocab:
                break
        else:
            return ["[UNK]"]
        pieces.insert(0, piece)
        end = start
    return pieces
