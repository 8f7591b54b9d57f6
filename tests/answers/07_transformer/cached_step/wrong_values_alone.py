"""Keys are not kept. [cached_step.keys_lost]"""

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
    x = model.target(token, cache[0].shape[-2])
    keys, values = [], []
    for block, old_key, old_value in zip(model.decoder, *cache, strict=True):
        key, value = block.attention.remember(x)
        keys.append(torch.cat([torch.zeros_like(old_key), key], dim=-2))
        values.append(torch.cat([old_value, value], dim=-2))
        x = block.attention_norm(x + block.attention.look(x, keys[-1], values[-1]))
        x = block.cross_attention_norm(x + block.cross_attention(x, memory, mask))
        x = block.feed_forward_norm(x + block.feed_forward(x))
    return model.logits(x), (torch.stack(keys), torch.stack(values))
