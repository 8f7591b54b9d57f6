"""From the task text alone: goes on behind a letter that does not fit. [wordpiece.letters_skipped]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    pieces, start = [], 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = ("##" if start else "") + word[start:end]
            if piece in vocab:
                pieces.append(piece)
                start = end
                break
        else:
            start += 1
    return pieces or ["[UNK]"]
