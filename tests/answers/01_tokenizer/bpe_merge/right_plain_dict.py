"""From the task text alone: a plain dict and a running best, with > so that the first of a tie stays."""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    totals = {}
    for i in range(len(words)):
        for j in range(1, len(words[i])):
            key = (words[i][j - 1], words[i][j])
            totals[key] = totals.get(key, 0) + counts[i]
    pair, most = None, 0
    for key, total in totals.items():
        if total > most:
            pair, most = key, total
    merged = []
    for word in words:
        new, skip = [], False
        for i, symbol in enumerate(word):
            if skip:
                skip = False
            elif i + 1 < len(word) and (symbol, word[i + 1]) == pair:
                new.append(symbol + word[i + 1])
                skip = True
            else:
                new.append(symbol)
        merged.append(new)
    return pair, merged
