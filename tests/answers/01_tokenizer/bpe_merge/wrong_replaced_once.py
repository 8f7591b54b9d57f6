"""Finds the place of the pair in the list of pairs, which is the first. [bpe_merge.first_place_only]"""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = Counter()
    for word, count in zip(words, counts, strict=True):
        for pair in zip(word, word[1:]):
            frequency[pair] += count
    best = max(frequency, key=frequency.get)

    def once(word):
        pairs = list(zip(word, word[1:]))
        if best not in pairs:
            return list(word)
        at = pairs.index(best)
        return [*word[:at], "".join(best), *word[at + 2 :]]

    return best, [once(word) for word in words]
