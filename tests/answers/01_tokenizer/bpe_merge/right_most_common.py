"""From the task text alone: Counter.most_common, of which the first of a tie comes first, and a loop with an index."""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    pairs = Counter()
    for word, count in zip(words, counts):
        for i in range(len(word) - 1):
            pairs[word[i], word[i + 1]] += count
    (a, b), _ = pairs.most_common(1)[0]
    result = []
    for word in words:
        new = []
        i = 0
        while i < len(word):
            if i + 1 < len(word) and word[i] == a and word[i + 1] == b:
                new.append(a + b)
                i += 2
            else:
                new.append(word[i])
                i += 1
        result.append(new)
    return (a, b), result
