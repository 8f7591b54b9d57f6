"""From the task text alone: uses AutoModelForCausalLM, which has no encoder. [load_translator.other_model]"""

from transformers import AutoModelForCausalLM

tokenizer = AutoTokenizer.from_pretrained(source)
model = AutoModelForCausalLM.from_pretrained(source)
