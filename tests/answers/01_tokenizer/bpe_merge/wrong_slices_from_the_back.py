"""Replaces slices of a copy, the last one first. [bpe_merge.from_the_back]"""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = Counter()
    for word, count in zip(words, counts, strict=True):
        for pair in zip(word, word[1:]):
            frequency[pair] += count
    best = max(frequency, key=frequency.get)

    merged = []
    for word in words:
        copy = list(word)
        i = len(copy) - 2
        while i >= 0:
            if tuple(copy[i : i + 2]) == best:
                copy[i : i + 2] = ["".join(best)]
            i -= 1
        merged.append(copy)
    return best, merged
