"""From the task text alone: replaces in a text with spaces, where parts of longer symbols fit too. [bpe_merge.parts_of_symbols]"""

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
        text = " ".join(word).replace(" ".join(best), "".join(best))
        merged.append(text.split(" "))
    return best, merged
