"""Takes the decoder alone. [load_translator.other_model]"""

from transformers import MarianForCausalLM

tokenizer = AutoTokenizer.from_pretrained(source)
model = MarianForCausalLM.from_pretrained(source)
