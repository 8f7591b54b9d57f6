"""Replaces within a text by a pattern that knows where symbols end."""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = Counter()
    for word, count in zip(words, counts, strict=True):
        for pair in zip(word, word[1:]):
            frequency[pair] += count
    best = max(frequency, key=frequency.get)

    import re

    left, right = map(re.escape, best)
    pattern = re.compile(rf"(?<!\S){left} {right}(?!\S)")
    return best, [pattern.sub("".join(best), " ".join(word)).split(" ") for word in words]
