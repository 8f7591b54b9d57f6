"""Adds a row for safety. [make_embedding.one_too_many]"""

def make_embedding(vocab_size: int, dim: int) -> nn.Embedding:
    return nn.Embedding(vocab_size + 1, dim)
