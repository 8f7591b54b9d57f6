"""From the task text alone: a linear layer instead of an embedding. [make_embedding.not_an_embedding]"""

def make_embedding(vocab_size: int, dim: int) -> nn.Embedding:
    return nn.Linear(vocab_size, dim)
