"""Switches to training mode. [load_translator.in_training]"""

tokenizer = AutoTokenizer.from_pretrained(source)
model = AutoModelForSeq2SeqLM.from_pretrained(source).train()
