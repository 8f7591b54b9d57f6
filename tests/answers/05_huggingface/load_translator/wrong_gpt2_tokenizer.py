"""Takes the tokenizer of GPT-2. [load_translator.other_tokenizer]"""

tokenizer = AutoTokenizer.from_pretrained(checkpoint("gpt2"))
model = AutoModelForSeq2SeqLM.from_pretrained(source)
