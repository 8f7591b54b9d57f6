"""From the task text alone: joins a pair and does not skip its second symbol. [bpe_merge.second_kept]"""

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
        joined = []
        for i, symbol in enumerate(word):
            if tuple(word[i : i + 2]) == best:
                joined.append("".join(best))
            else:
                joined.append(symbol)
        merged.append(joined)
    return best, merged
