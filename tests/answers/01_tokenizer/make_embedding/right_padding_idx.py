"""Keeps the row of [PAD] at zero."""

def make_embedding(vocab_size: int, dim: int) -> nn.Embedding:
    return nn.Embedding(vocab_size, dim, padding_idx=0)
