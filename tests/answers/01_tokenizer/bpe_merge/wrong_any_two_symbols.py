"""From the task text alone: counts any two symbols of a word, not neighbours alone. [bpe_merge.not_neighbours]"""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    from itertools import combinations

    frequency = Counter()
    for word, count in zip(words, counts):
        for pair in combinations(word, 2):
            frequency[pair] += count
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
