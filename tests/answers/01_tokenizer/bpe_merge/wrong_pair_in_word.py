"""Asks of each pair whether a word has it, and adds the count of the word once. [bpe_merge.once_per_word]"""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    pairs = dict.fromkeys(pair for word in words for pair in zip(word, word[1:]))
    frequency = {
        pair: sum(c for word, c in zip(words, counts) if pair in [*zip(word, word[1:])])
        for pair in pairs
    }
    best = max(frequency, key=frequency.get)

    merged = []
    for word in words:
        joined, at = [], 0
        while at < len(word):
            size = 2 if tuple(word[at : at + 2]) == best else 1
            joined.append("".join(word[at : at + size]))
            at += size
        merged.append(joined)
    return best, merged
