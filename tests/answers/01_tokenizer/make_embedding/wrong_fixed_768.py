"""From the task text alone: writes the 768 of BERT instead of dim. [make_embedding.fixed_size]"""

def make_embedding(vocab_size: int, dim: int) -> nn.Embedding:
    return nn.Embedding(num_embeddings=vocab_size, embedding_dim=768)
