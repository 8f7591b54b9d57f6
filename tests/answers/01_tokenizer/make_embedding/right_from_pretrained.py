"""Makes the table first and an embedding from it."""

def make_embedding(vocab_size: int, dim: int) -> nn.Embedding:
    return nn.Embedding.from_pretrained(torch.randn(vocab_size, dim), freeze=False)
