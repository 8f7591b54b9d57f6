"""Makes the layers and counts."""

def count_by_part(
    source_vocab: int, target_vocab: int, hidden: int, wide: int, layers: int
) -> dict[str, int]:
    def size(*layers):
        return sum(p.numel() for layer in layers for p in layer.parameters())

    linear, norm = nn.Linear(hidden, hidden), nn.LayerNorm(hidden)
    inside = size(nn.Linear(hidden, wide), nn.Linear(wide, hidden))
    table = size(nn.Embedding(source_vocab, hidden), nn.Embedding(target_vocab, hidden))
    reading = 4 * size(linear) + inside + 2 * size(norm)
    return {
        "embedding": table,
        "encoder": layers * reading,
        "decoder": layers * (reading + 4 * size(linear) + size(norm)),
        "output": target_vocab,
    }
