"""From the task text alone: joins every place where the pair stands, so that a symbol goes into two. [bpe_merge.symbol_used_twice]"""

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
        joined, i = [], 0
        while i < len(word):
            if tuple(word[i : i + 2]) == best:
                joined.append("".join(best))
                if tuple(word[i + 1 : i + 3]) != best:
                    i += 1
            else:
                joined.append(word[i])
            i += 1
        merged.append(joined)
    return best, merged
