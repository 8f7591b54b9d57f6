"""Joins the words by [SEP] in the text. [sentence_to_ids.sep_after_words]"""

def sentence_to_ids(tokenizer: BertWordPieceTokenizer, sentence: str) -> list[int]:
    text = " [SEP] ".join(sentence.split())
    return tokenizer.encode(f"[CLS] {text} [SEP]").ids
