"""From the task text alone: goes on merging until no pair is left. [bpe_merge.many_merges]"""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    merged, first = words, None
    while any(len(word) > 1 for word in merged):
        frequency = Counter()
        for word, count in zip(merged, counts, strict=True):
            for pair in zip(word, word[1:]):
                frequency[pair] += count
        best = max(frequency, key=frequency.get)
        first = first or best
        new = []
        for word in merged:
            joined, at = [], 0
            while at < len(word):
                size = 2 if tuple(word[at : at + 2]) == best else 1
                joined.append("".join(word[at : at + size]))
                at += size
            new.append(joined)
        merged = new
    return first, merged
