"""From the task text alone: the tokenizer is told to pad with the end token. [load_translator.other_settings]"""

tokenizer = AutoTokenizer.from_pretrained(source)
tokenizer.pad_token = tokenizer.eos_token
model = AutoModelForSeq2SeqLM.from_pretrained(source)
