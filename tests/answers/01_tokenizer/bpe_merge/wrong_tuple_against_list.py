"""Makes the pair a list to compare with, and neighbours tuples, which are never equal to it. [bpe_merge.never_joined]"""

def bpe_merge(words: list[list[str]], counts: list[int]) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = Counter()
    for word, count in zip(words, counts, strict=True):
        for pair in zip(word[:-1], word[1:], strict=True):
            frequency[pair] += count
    best, _ = frequency.most_common(1)[0]
    wanted = list(best)

    merged = []
    for word in words:
        joined, rest = [], [*word]
        while rest:
            found = (rest[0], rest[1]) == wanted if len(rest) > 1 else False
            joined.append("".join(rest[: 2 if found else 1]))
            rest = rest[2 if found else 1 :]
        merged.append(joined)
    return best, merged
