"""From the task text alone: loads the model as a causal language model, a decoder without encoder. [load_translator.other_model]"""

from transformers import AutoModelForCausalLM

tokenizer = AutoTokenizer.from_pretrained(source)
model = AutoModelForCausalLM.from_pretrained(source)
