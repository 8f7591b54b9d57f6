"""From the task text alone: the model gets a vector more than there are tokens. [load_translator.resized]"""

tokenizer = AutoTokenizer.from_pretrained(source)
model = AutoModelForSeq2SeqLM.from_pretrained(source)
model.resize_token_embeddings(len(tokenizer) + 1)
