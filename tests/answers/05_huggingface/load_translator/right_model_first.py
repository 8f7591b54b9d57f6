"""Loads the model first and says evaluation mode once more."""

model = AutoModelForSeq2SeqLM.from_pretrained(source).eval()
tokenizer = AutoTokenizer.from_pretrained(source)
