"""From the task text alone: copies the tokenizer's line for the model, so model is a tokenizer too. [load_translator.not_a_model]"""
tokenizer = AutoTokenizer.from_pretrained(source)
model = AutoTokenizer.from_pretrained(source)
