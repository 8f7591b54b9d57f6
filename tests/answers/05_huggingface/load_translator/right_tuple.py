"""Loads both in one loop over the two Auto classes and unpacks."""

tokenizer, model = (cls.from_pretrained(source) for cls in (AutoTokenizer, AutoModelForSeq2SeqLM))
