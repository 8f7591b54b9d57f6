"""Swaps the two. [load_translator.swapped]"""

model = AutoTokenizer.from_pretrained(source)
tokenizer = AutoModelForSeq2SeqLM.from_pretrained(source)
