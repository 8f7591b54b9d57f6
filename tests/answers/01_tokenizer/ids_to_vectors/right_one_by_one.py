"""From the task text alone: looks ids up one by one and stacks them; an empty list is treated apart."""

@shaped
def ids_to_vectors(ids: list[int], embedding: nn.Embedding) -> Float[Tensor, "token embedding"]:
    if len(ids) == 0:
        return embedding.weight[:0]
    vectors = []
    for token_id in ids:
        vectors.append(embedding(torch.tensor(token_id, device=embedding.weight.device)))
    return torch.stack(vectors)
