"""From the task text alone: writes every pair down as often as it occurs and lets Counter count."""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    from itertools import pairwise

    seen = Counter(
        pair
        for word, count in zip(words, counts, strict=True)
        for pair in pairwise(word)
        for _ in range(count)
    )
    best = seen.most_common(1)[0][0]

    def merged(word):
        rest = iter(range(len(word)))
        for i in rest:
            if tuple(word[i : i + 2]) == best:
                next(rest)
                yield word[i] + word[i + 1]
            else:
                yield word[i]

    return best, [list(merged(word)) for word in words]
