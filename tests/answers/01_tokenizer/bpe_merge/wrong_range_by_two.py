"""Goes through a word in steps of two. [bpe_merge.every_other_pair]"""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = Counter()
    for word, count in zip(words, counts, strict=True):
        for at in range(0, len(word) - 1, 2):
            frequency[tuple(word[at : at + 2])] += count
    best = max(frequency, key=frequency.get)

    merged = []
    for word in words:
        joined, at = [], 0
        while at < len(word):
            size = 2 if tuple(word[at : at + 2]) == best else 1
            joined.append("".join(word[at : at + size]))
            at += size
        merged.append(joined)
    return best, merged
