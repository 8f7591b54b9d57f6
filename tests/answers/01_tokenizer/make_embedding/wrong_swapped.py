"""Exchanges the two sizes. [make_embedding.swapped]"""

def make_embedding(vocab_size: int, dim: int) -> nn.Embedding:
    return nn.Embedding(num_embeddings=dim, embedding_dim=vocab_size)
