"""From the task text alone: the two classes are assigned to each other's name. [load_translator.swapped]"""

tokenizer = AutoModelForSeq2SeqLM.from_pretrained(source)
model = AutoTokenizer.from_pretrained(source)
