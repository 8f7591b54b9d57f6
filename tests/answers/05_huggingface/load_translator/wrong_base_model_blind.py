"""From the task text alone: loads the bare AutoModel, which has no last layer for logits. [load_translator.no_head]"""

from transformers import AutoModel

tokenizer = AutoTokenizer.from_pretrained(source)
model = AutoModel.from_pretrained(source)
