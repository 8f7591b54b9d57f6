"""From the task text alone: off by one in the range: pieces of one character are never looked up. [wordpiece.length_never_tried]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    pieces = []
    start = 0
    while start < len(word):
        for end in range(len(word), start + 1, -1):
            piece = word[start:end] if start == 0 else "##" + word[start:end]
            if piece in vocab:
                pieces.append(piece)
                start = end
                break
        else:
            return ["[UNK]"]
    return pieces
