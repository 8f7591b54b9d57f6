"""Keeps the class of the model. [load_translator.not_a_model]"""

tokenizer = AutoTokenizer.from_pretrained(source)
model = AutoModelForSeq2SeqLM
