"""From the task text alone: builds the model from its settings only, so the weights are random. [load_translator.untrained]"""

from transformers import AutoConfig

tokenizer = AutoTokenizer.from_pretrained(source)
config = AutoConfig.from_pretrained(source)
model = AutoModelForSeq2SeqLM.from_config(config)
