"""From the task text alone: goes through the pairs of a word, so that its last symbol is lost where it is not in the pair. [bpe_merge.last_lost]"""

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
        joined, at = [], 0
        while at < len(word) - 1:
            if (word[at], word[at + 1]) == best:
                joined.append("".join(best))
                at += 2
            else:
                joined.append(word[at])
                at += 1
        merged.append(joined)
    return best, merged
