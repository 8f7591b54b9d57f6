"""Uses torch.embedding, which the task forbids; or the functional form. [lookup_rows.embedding_used: used]"""
# LOOKUP: torch.embedding(weight, torch.tensor(ids)) | nn.functional.embedding(torch.tensor(ids), weight)

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return LOOKUP
