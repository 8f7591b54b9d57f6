"""Makes a linear layer. [make_embedding.not_an_embedding]"""

def make_embedding(vocab_size: int, dim: int) -> nn.Embedding:
    return nn.Linear(vocab_size, dim)
