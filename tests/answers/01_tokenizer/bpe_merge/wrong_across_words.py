"""From the task text alone: puts all symbols into one row, so that pairs go from one word into the next. [bpe_merge.across_words]"""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    symbols, weights = [], []
    for word, count in zip(words, counts):
        symbols += word
        weights += [count] * len(word)
    frequency = Counter()
    for i in range(len(symbols) - 1):
        frequency[symbols[i], symbols[i + 1]] += weights[i]
    best = frequency.most_common(1)[0][0]

    merged = []
    for word in words:
        joined, at = [], 0
        while at < len(word):
            size = 2 if tuple(word[at : at + 2]) == best else 1
            joined.append("".join(word[at : at + size]))
            at += size
        merged.append(joined)
    return best, merged
