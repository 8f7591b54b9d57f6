"""Takes the tokenizer of another model for the translator. [load_translator.other_tokenizer]"""

tokenizer = AutoTokenizer.from_pretrained(checkpoint("bert-base-cased"))
model = AutoModelForSeq2SeqLM.from_pretrained(source)
