"""Names the classes of this model instead of the Auto ones."""

from transformers import MarianMTModel, MarianTokenizer

tokenizer = MarianTokenizer.from_pretrained(source)
model = MarianMTModel.from_pretrained(source)
