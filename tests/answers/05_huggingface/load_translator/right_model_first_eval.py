"""Loads the model first, says float32 and eval mode explicitly, and hands its config to the tokenizer."""

model = AutoModelForSeq2SeqLM.from_pretrained(source, dtype=torch.float32).eval()
tokenizer = AutoTokenizer.from_pretrained(source, config=model.config)
