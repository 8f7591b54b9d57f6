"""From the task text alone: builds the model from the settings alone, so its weights are random. [load_translator.untrained]"""

from transformers import AutoConfig

tokenizer = AutoTokenizer.from_pretrained(source)
model = AutoModelForSeq2SeqLM.from_config(AutoConfig.from_pretrained(source))
