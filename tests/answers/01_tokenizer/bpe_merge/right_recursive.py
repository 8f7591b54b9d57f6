"""Merges a word by calling itself for the rest."""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = Counter()
    for word, count in zip(words, counts, strict=True):
        for pair in zip(word, word[1:]):
            frequency[pair] += count
    best = max(frequency, key=frequency.get)

    def merge(word):
        if len(word) < 2:
            return list(word)
        if (word[0], word[1]) == best:
            return [word[0] + word[1], *merge(word[2:])]
        return [word[0], *merge(word[1:])]

    return best, [merge(word) for word in words]
