"""Keeps the class. [load_translator.not_a_tokenizer]"""

tokenizer = AutoTokenizer
model = AutoModelForSeq2SeqLM.from_pretrained(source)
