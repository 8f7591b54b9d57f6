"""Takes the settings without the weights. [load_translator.untrained]"""

from transformers import AutoConfig

tokenizer = AutoTokenizer.from_pretrained(source)
model = AutoModelForSeq2SeqLM.from_config(AutoConfig.from_pretrained(source)).eval()
