"""From the task text alone: adds a row for padding, though [PAD] is part of the vocabulary. [make_embedding.one_too_many]"""

def make_embedding(vocab_size: int, dim: int) -> nn.Embedding:
    return nn.Embedding(num_embeddings=vocab_size + 1, embedding_dim=dim)
