"""Loads the model and then draws its weights anew. [load_translator.untrained]"""

tokenizer = AutoTokenizer.from_pretrained(source)
model = AutoModelForSeq2SeqLM.from_pretrained(source)
with torch.no_grad():
    for parameter in model.parameters():
        parameter.normal_(std=0.02)
