"""Takes ids to start at 1. [lookup_rows.off_by_one]"""

@shaped
def lookup_rows(
    ids: list[int], weight: Float[Tensor, "vocab embedding"]
) -> Float[Tensor, "token embedding"]:
    return weight[[number - 1 for number in ids]]
