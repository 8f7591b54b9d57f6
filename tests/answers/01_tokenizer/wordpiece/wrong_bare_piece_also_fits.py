"""From the task text alone: inside the word also takes a piece that stands in the vocabulary without ##. [wordpiece.prefix_forgotten]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    pieces = []
    start = 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = word[start:end]
            if start > 0 and "##" + piece in vocab:
                piece = "##" + piece
            if piece in vocab:
                pieces.append(piece)
                start = end
                break
        else:
            return ["[UNK]"]
    return pieces
