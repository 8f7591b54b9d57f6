"""Takes the symbols out of the lists that came in. [bpe_merge.changes_input]"""

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
        while word:
            symbol = word.pop(0)
            if word and (symbol, word[0]) == best:
                symbol += word.pop(0)
            joined.append(symbol)
        merged.append(joined)
    return best, merged
