"""From the task text alone: goes on behind a pair that repeats itself, so that a a a has a a once. [bpe_merge.overlap_not_counted]"""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = Counter()
    for word, count in zip(words, counts, strict=True):
        last = None
        for at, pair in enumerate(zip(word, word[1:])):
            if last == (at - 1, pair):
                continue
            frequency[pair] += count
            last = (at, pair)
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
