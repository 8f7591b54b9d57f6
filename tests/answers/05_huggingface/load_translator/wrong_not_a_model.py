"""Keeps the path. [load_translator.not_a_model]"""

tokenizer = AutoTokenizer.from_pretrained(source)
model = source
