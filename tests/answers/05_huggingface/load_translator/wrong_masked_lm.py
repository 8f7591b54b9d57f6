"""Loads a model that fills gaps, from another place. [load_translator.other_model]"""

from transformers import AutoModelForMaskedLM

tokenizer = AutoTokenizer.from_pretrained(source)
model = AutoModelForMaskedLM.from_pretrained(checkpoint("bert-base-cased"))
