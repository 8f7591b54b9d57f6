"""From the task text alone: the tokenizer is told to pad in front of a sentence. [load_translator.other_settings]"""

tokenizer = AutoTokenizer.from_pretrained(source, padding_side="left")
model = AutoModelForSeq2SeqLM.from_pretrained(source)
