"""From the task text alone: joins the first place in a word and stops. [bpe_merge.first_place_only]"""

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
        word = list(word)
        for i in range(len(word) - 1):
            if (word[i], word[i + 1]) == best:
                word = word[:i] + [word[i] + word[i + 1]] + word[i + 2 :]
                break
        merged.append(word)
    return best, merged
