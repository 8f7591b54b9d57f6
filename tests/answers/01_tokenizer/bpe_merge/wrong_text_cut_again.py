"""Joins all symbols of a word and cuts around the pair, letter by letter. [bpe_merge.cut_by_letter]"""

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
        text, joined = "".join(word), []
        while text:
            size = len("".join(best)) if text.startswith("".join(best)) else 1
            joined.append(text[:size])
            text = text[size:]
        merged.append(joined)
    return best, merged
