"""From the task text alone: keeps the last pair of a tie: >= in the running best. [bpe_merge.tie]"""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = Counter()
    for word, count in zip(words, counts, strict=True):
        for pair in zip(word, word[1:]):
            frequency[pair] += count

    best, most = None, 0
    for pair, total in frequency.items():
        if total >= most:
            best, most = pair, total

    merged = []
    for word in words:
        joined, at = [], 0
        while at < len(word):
            size = 2 if tuple(word[at : at + 2]) == best else 1
            joined.append("".join(word[at : at + size]))
            at += size
        merged.append(joined)
    return best, merged
