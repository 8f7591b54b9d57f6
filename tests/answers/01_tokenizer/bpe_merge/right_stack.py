"""Pushes symbols on a stack and joins the top with what comes, unless the top was just joined."""

def bpe_merge(
    words: list[list[str]], counts: list[int]
) -> tuple[tuple[str, str], list[list[str]]]:
    frequency = Counter()
    for word, count in zip(words, counts, strict=True):
        for pair in zip(word, word[1:]):
            frequency[pair] += count
    best = max(frequency, key=frequency.get)

    merged = []
    for word in words:
        stack, fresh = [], False
        for symbol in word:
            if stack and not fresh and (stack[-1], symbol) == best:
                stack[-1] += symbol
                fresh = True
            else:
                stack.append(symbol)
                fresh = False
        merged.append(stack)
    return best, merged
