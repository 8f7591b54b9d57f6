"""Lets the library's own model do it."""

def wordpiece(word: str, vocab: set[str]) -> list[str]:
    from tokenizers.models import WordPiece

    numbers = {piece: number for number, piece in enumerate(sorted(vocab | {"[UNK]"}))}
    return [token.value for token in WordPiece(numbers, unk_token="[UNK]").tokenize(word)]
