"""Writes into room made beforehand."""

@shaped
def cached_step(
    model: nn.Module,
    token: Int[Tensor, "*batch 1"],
    cache: tuple[
        Float[Tensor, "layers *batch heads past size"],
        Float[Tensor, "layers *batch heads past size"],
    ],
    memory: Float[Tensor, "*batch src hidden"],
    mask: Bool[Tensor, "*batch 1 src"],
) -> tuple[
    Float[Tensor, "*batch 1 vocab"],
    tuple[
        Float[Tensor, "layers *batch heads past+1 size"],
        Float[Tensor, "layers *batch heads past+1 size"],
    ],
]:
    past = cache[0].shape[-2]
    room = [torch.cat([old, old.new_zeros(*old.shape[:-2], 1, old.shape[-1])], -2) for old in cache]
    x = model.target(token, past)
    for at, block in enumerate(model.decoder):
        key, value = block.attention.remember(x)
        room[0][at][..., past:, :] = key
        room[1][at][..., past:, :] = value
        x = block.attention_norm(x + block.attention.look(x, room[0][at].clone(), room[1][at].clone()))
        x = block.cross_attention_norm(x + block.cross_attention(x, memory, mask))
        x = block.feed_forward_norm(x + block.feed_forward(x))
    return model.logits(x), (room[0], room[1])
