"""Makes an embedding from a table and leaves it frozen. [make_embedding.frozen]"""

def make_embedding(vocab_size: int, dim: int) -> nn.Embedding:
    return nn.Embedding.from_pretrained(torch.randn(vocab_size, dim))
