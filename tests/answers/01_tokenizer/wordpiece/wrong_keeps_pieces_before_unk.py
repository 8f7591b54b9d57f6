"""From the task text alone: where nothing fits it appends [UNK] to the pieces already taken off. [wordpiece.unknown_in_part]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    pieces = []
    start = 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = word[start:end] if start == 0 else "##" + word[start:end]
            if piece in vocab:
                pieces.append(piece)
                start = end
                break
        else:
            pieces.append("[UNK]")
            return pieces
    return pieces
