"""From the task text alone: copies each word and replaces slices of the copy in place."""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = {}
    for word, count in zip(words, counts):
        for left, right in zip(word[:-1], word[1:]):
            frequency.setdefault((left, right), 0)
            frequency[left, right] += count
    best = sorted(frequency, key=lambda pair: -frequency[pair])[0]

    merged = []
    for word in words:
        copy = list(word)
        i = 0
        while i < len(copy) - 1:
            if tuple(copy[i : i + 2]) == best:
                copy[i : i + 2] = [copy[i] + copy[i + 1]]
            i += 1
        merged.append(copy)
    return best, merged
