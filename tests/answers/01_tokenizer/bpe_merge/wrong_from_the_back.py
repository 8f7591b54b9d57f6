"""From the task text alone: goes through a word from its end. [bpe_merge.from_the_back]"""

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
        joined, end = [], len(word)
        while end > 0:
            size = 2 if tuple(word[max(end - 2, 0) : end]) == best else 1
            joined.insert(0, "".join(word[end - size : end]))
            end -= size
        merged.append(joined)
    return best, merged
