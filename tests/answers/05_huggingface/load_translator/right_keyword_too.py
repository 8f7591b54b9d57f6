"""Hands the place over by keyword instead of by position."""

tokenizer = AutoTokenizer.from_pretrained(pretrained_model_name_or_path=source)
model = AutoModelForSeq2SeqLM.from_pretrained(pretrained_model_name_or_path=source)
