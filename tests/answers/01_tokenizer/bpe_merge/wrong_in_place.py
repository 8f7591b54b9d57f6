"""From the task text alone: joins in the lists that came in. [bpe_merge.changes_input]"""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = Counter()
    for word, count in zip(words, counts, strict=True):
        for pair in zip(word, word[1:]):
            frequency[pair] += count
    best = max(frequency, key=frequency.get)

    for word in words:
        i = 0
        while i < len(word) - 1:
            if (word[i], word[i + 1]) == best:
                word[i] += word[i + 1]
                del word[i + 1]
            i += 1
    return best, words
