"""Of a tie takes what is last by letter, or first, or the last to appear. [bpe_merge.tie]"""
# CHOICE: max(frequency, key=lambda pair: (frequency[pair], pair)) | min(frequency, key=lambda pair: (-frequency[pair], pair)) | max(sorted(frequency), key=frequency.get) | sorted(frequency, key=frequency.get)[-1]

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = Counter()
    for word, count in zip(words, counts, strict=True):
        for pair in zip(word, word[1:]):
            frequency[pair] += count
    best = CHOICE

    merged = []
    for word in words:
        joined, at = [], 0
        while at < len(word):
            size = 2 if tuple(word[at : at + 2]) == best else 1
            joined.append("".join(word[at : at + size]))
            at += size
        merged.append(joined)
    return best, merged
