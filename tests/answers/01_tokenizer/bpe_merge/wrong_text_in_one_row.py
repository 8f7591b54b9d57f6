"""Writes the text out, each word as often as it occurs, and counts in that. [bpe_merge.across_words]"""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    row = [symbol for word, count in zip(words, counts) for symbol in count * word]
    best = Counter(zip(row, row[1:])).most_common(1)[0][0]

    merged = []
    for word in words:
        joined, at = [], 0
        while at < len(word):
            size = 2 if tuple(word[at : at + 2]) == best else 1
            joined.append("".join(word[at : at + size]))
            at += size
        merged.append(joined)
    return best, merged
