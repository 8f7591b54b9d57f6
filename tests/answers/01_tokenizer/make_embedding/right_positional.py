"""Gives the sizes by position."""

def make_embedding(vocab_size: int, dim: int) -> nn.Embedding:
    return nn.Embedding(vocab_size, dim)
