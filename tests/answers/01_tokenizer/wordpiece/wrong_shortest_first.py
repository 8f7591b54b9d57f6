"""From the task text alone: end runs upwards, so that the shortest piece is taken off. [wordpiece.shortest_match]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    pieces = []
    start = 0
    while start < len(word):
        for end in range(start + 1, len(word) + 1):
            piece = word[start:end] if start == 0 else "##" + word[start:end]
            if piece in vocab:
                pieces.append(piece)
                start = end
                break
        else:
            return ["[UNK]"]
    return pieces
