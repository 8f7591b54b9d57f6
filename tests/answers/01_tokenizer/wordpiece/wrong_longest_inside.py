"""Splits a word around the longest piece that it has. [wordpiece.longest_anywhere]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    spans, todo = [], [(0, len(word))]
    while todo:
        left, right = todo.pop()
        if left == right:
            continue
        found = [
            (start, end)
            for start in range(left, right)
            for end in range(start + 1, right + 1)
            if ("##" if start else "") + word[start:end] in vocab
        ]
        if not found:
            return ["[UNK]"]
        start, end = max(found, key=lambda span: span[1] - span[0])
        spans.append((start, end))
        todo += [(left, start), (end, right)]
    return [("##" if start else "") + word[start:end] for start, end in sorted(spans)]
