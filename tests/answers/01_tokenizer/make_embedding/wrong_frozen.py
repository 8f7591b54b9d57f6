"""From the task text alone: from_pretrained freezes the table unless told otherwise, so it cannot be trained. [make_embedding.frozen]"""

def make_embedding(vocab_size: int, dim: int) -> nn.Embedding:
    return nn.Embedding.from_pretrained(torch.randn(vocab_size, dim))
