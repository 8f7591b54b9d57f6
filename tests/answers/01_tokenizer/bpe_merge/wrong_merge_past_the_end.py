"""Counts well and looks past the end when it joins. [bpe_merge.past_the_end]"""

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
        joined, i = [], 0
        while i < len(word):
            if word[i] == best[0] and word[i + 1] == best[1]:
                joined.append(word[i] + word[i + 1])
                i += 2
            else:
                joined.append(word[i])
                i += 1
        merged.append(joined)
    return best, merged
