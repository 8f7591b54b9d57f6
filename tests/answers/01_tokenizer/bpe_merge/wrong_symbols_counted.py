"""From the task text alone: joins the two most frequent symbols, whether they are neighbours or not. [bpe_merge.symbols_counted, bpe_merge.never_joined]"""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = Counter()
    for word, count in zip(words, counts):
        for symbol in word:
            frequency[symbol] += count
    (first, _), (second, _) = frequency.most_common(2)
    best = (first, second)

    merged = []
    for word in words:
        joined, at = [], 0
        while at < len(word):
            size = 2 if tuple(word[at : at + 2]) == best else 1
            joined.append("".join(word[at : at + size]))
            at += size
        merged.append(joined)
    return best, merged
