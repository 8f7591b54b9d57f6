"""One formula a part, multiplied out."""

def count_by_part(
    source_vocab: int, target_vocab: int, hidden: int, wide: int, layers: int
) -> dict[str, int]:
    block = 4 * hidden**2 + 4 * hidden + 2 * hidden * wide + wide + hidden + 4 * hidden
    cross = 4 * hidden**2 + 6 * hidden
    counts = dict(embedding=hidden * source_vocab + hidden * target_vocab)
    counts.update(encoder=block * layers, decoder=(block + cross) * layers, output=target_vocab)
    return counts
