"""Loads the bare model. [load_translator.no_head]"""

from transformers import AutoModel

tokenizer = AutoTokenizer.from_pretrained(source)
model = AutoModel.from_pretrained(source)
