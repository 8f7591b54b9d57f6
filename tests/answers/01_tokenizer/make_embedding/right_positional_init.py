"""From the task text alone: positional arguments, and fills the table with its own random numbers."""

def make_embedding(vocab_size: int, dim: int) -> nn.Embedding:
    embedding = nn.Embedding(vocab_size, dim)
    nn.init.normal_(embedding.weight, std=0.5)
    return embedding
