"""From the task text alone: compares a piece of a list with a tuple, which is never equal, so that nothing is joined. [bpe_merge.never_joined]"""

def bpe_merge(words: list[list[str]], counts: list[int]) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = Counter()
    for word, count in zip(words, counts, strict=True):
        for pair in zip(word, word[1:]):
            frequency[pair] += count
    best = max(frequency, key=frequency.get)

    merged = []
    for word in words:
        joined, at = [], 0
        while at < len(word):
            size = 2 if word[at : at + 2] == best else 1
            joined.append("".join(word[at : at + size]))
            at += size
        merged.append(joined)
    return best, merged
