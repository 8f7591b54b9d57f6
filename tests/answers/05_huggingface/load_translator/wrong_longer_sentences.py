"""From the task text alone: the tokenizer is told that no sentence is too long. [load_translator.other_settings]"""

tokenizer = AutoTokenizer.from_pretrained(source, model_max_length=100_000)
model = AutoModelForSeq2SeqLM.from_pretrained(source)
