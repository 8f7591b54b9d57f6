"""From the task text alone: a comma left at the end makes the tokenizer a tuple. [load_translator.not_a_tokenizer]"""

tokenizer = AutoTokenizer.from_pretrained(source),
model = AutoModelForSeq2SeqLM.from_pretrained(source)
