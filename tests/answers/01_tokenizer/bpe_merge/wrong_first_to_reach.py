"""From the task text alone: a tie goes to the pair that reached the top first. [bpe_merge.first_to_lead]"""

def bpe_merge(words: list[list[str]], counts: list[int]) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = Counter()
    best = None
    for word, count in zip(words, counts, strict=True):
        for pair in zip(word, word[1:]):
            frequency[pair] += count
            if best is None or frequency[pair] > frequency[best]:
                best = pair

    merged = []
    for word in words:
        joined, at = [], 0
        while at < len(word):
            size = 2 if tuple(word[at : at + 2]) == best else 1
            joined.append("".join(word[at : at + size]))
            at += size
        merged.append(joined)
    return best, merged
