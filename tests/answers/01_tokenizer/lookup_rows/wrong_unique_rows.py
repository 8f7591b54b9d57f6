"""Picks every row once. [lookup_rows.repeated_lost]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return weight[[*dict.fromkeys(ids)]]
