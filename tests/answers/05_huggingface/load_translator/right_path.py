"""Hands a Path instead of a string to from_pretrained."""

tokenizer = AutoTokenizer.from_pretrained(Path(source))
model = AutoModelForSeq2SeqLM.from_pretrained(Path(source))
