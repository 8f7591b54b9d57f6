"""From the task text alone: puts the table into an nn.Embedding. [lookup_rows.embedding_used: used]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    table = nn.Embedding.from_pretrained(weight)
    return table(torch.tensor(ids))
