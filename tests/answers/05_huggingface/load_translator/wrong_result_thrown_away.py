"""From the task text alone: calls from_pretrained without keeping its result, so model is still the class. [load_translator.not_a_model]"""
tokenizer = AutoTokenizer.from_pretrained(source)
model = AutoModelForSeq2SeqLM
model.from_pretrained(source)
