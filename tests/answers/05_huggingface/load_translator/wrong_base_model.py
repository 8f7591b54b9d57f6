"""From the task text alone: uses AutoModel, which lacks the last layer that gives logits. [load_translator.no_head]"""

from transformers import AutoModel

tokenizer = AutoTokenizer.from_pretrained(source)
model = AutoModel.from_pretrained(source)
