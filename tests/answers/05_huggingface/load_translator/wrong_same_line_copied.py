"""From the task text alone: copies the tokenizer's line and forgets to change the class for the model. [load_translator.not_a_model]"""

tokenizer = AutoTokenizer.from_pretrained(source)
model = AutoTokenizer.from_pretrained(source)
