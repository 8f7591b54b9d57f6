"""From the task text alone: uses torch.embedding, an embedding function of PyTorch, which the task forbids. [lookup_rows.embedding_used]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return torch.embedding(weight, torch.tensor(ids))
