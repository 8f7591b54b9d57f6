"""A pattern that does not look where symbols end. [bpe_merge.parts_of_symbols]"""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = Counter()
    for word, count in zip(words, counts, strict=True):
        for pair in zip(word, word[1:]):
            frequency[pair] += count
    best = max(frequency, key=frequency.get)

    import re

    pattern = re.escape(" ".join(best))
    return best, [re.sub(pattern, "".join(best), " ".join(word)).split() for word in words]
