"""Gives a Counter the pairs of each word once. [bpe_merge.counts_ignored]"""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    best = Counter(pair for word in words for pair in zip(word, word[1:])).most_common(1)[0][0]

    merged = []
    for word in words:
        joined, at = [], 0
        while at < len(word):
            size = 2 if tuple(word[at : at + 2]) == best else 1
            joined.append("".join(word[at : at + size]))
            at += size
        merged.append(joined)
    return best, merged
