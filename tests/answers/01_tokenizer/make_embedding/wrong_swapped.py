"""From the task text alone: swaps the size of the vocabulary and the dimension. [make_embedding.swapped]"""

def make_embedding(vocab_size: int, dim: int) -> nn.Embedding:
    return nn.Embedding(num_embeddings=dim, embedding_dim=vocab_size)
