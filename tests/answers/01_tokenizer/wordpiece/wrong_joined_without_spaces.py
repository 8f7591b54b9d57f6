"""From the task text alone: adds the pieces up in a string. [wordpiece.joined, wordpiece.unknown_not_in_list]"""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    text, start = "", 0
    while start < len(word):
        prefix = "##" if start else ""
        for end in range(len(word), start, -1):
            if prefix + word[start:end] in vocab:
                break
        else:
            return "[UNK]"
        text += prefix + word[start:end]
        start = end
    return text
