"""Keeps the place of the tokenizer. [load_translator.not_a_tokenizer]"""

tokenizer = source
model = AutoModelForSeq2SeqLM.from_pretrained(source)
