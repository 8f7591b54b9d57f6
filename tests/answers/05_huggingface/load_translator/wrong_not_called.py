"""From the task text alone: assigns the bound methods without calling them. [load_translator.not_a_tokenizer]"""

tokenizer = AutoTokenizer.from_pretrained
model = AutoModelForSeq2SeqLM.from_pretrained
