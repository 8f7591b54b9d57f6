"""From the task text alone: puts the symbols into a pattern as they are: a full stop stands for any letter. [bpe_merge.pattern]"""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = Counter()
    for word, count in zip(words, counts, strict=True):
        for pair in zip(word, word[1:]):
            frequency[pair] += count
    best = max(frequency, key=frequency.get)

    import re

    pattern = re.compile(r"(?<!\S)" + " ".join(best) + r"(?!\S)")
    merged = []
    for word in words:
        merged.append(pattern.sub("".join(best), " ".join(word)).split(" "))
    return best, merged
