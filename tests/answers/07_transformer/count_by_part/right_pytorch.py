"""By PyTorch's own layers."""

def count_by_part(
    source_vocab: int, target_vocab: int, hidden: int, wide: int, layers: int
) -> dict[str, int]:
    def count(module):
        return sum(weight.numel() for weight in module.parameters())

    return {
        "decoder": layers * count(nn.TransformerDecoderLayer(hidden, 1, wide)),
        "encoder": layers * count(nn.TransformerEncoderLayer(hidden, 1, wide)),
        "embedding": (source_vocab + target_vocab) * hidden,
        "output": target_vocab,
    }
