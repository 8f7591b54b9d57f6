"""Swaps the two. [load_translator.not_a_tokenizer]"""

model = AutoTokenizer.from_pretrained(source)
tokenizer = AutoModelForSeq2SeqLM.from_pretrained(source)
