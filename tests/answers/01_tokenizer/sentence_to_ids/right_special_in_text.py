"""Writes the special tokens into the text and lets the tokenizer find them."""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    return tokenizer.encode(f"[CLS] {sentence} [SEP]").ids
