"""From the task text alone: puts the new key and value in front, logits still right. [cached_step.in_front]"""

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
    for layer, block in enumerate(model.decoder):
        key, value = block.attention.remember(x)
        key = torch.cat([key, cache[0][layer]], dim=-2)
        value = torch.cat([value, cache[1][layer]], dim=-2)
        keys.append(key)
        values.append(value)
        x = block.attention_norm(x + block.attention.look(x, key, value))
        x = block.cross_attention_norm(x + block.cross_attention(x, memory, mask))
        x = block.feed_forward_norm(x + block.feed_forward(x))
    return model.logits(x), (torch.stack(keys), torch.stack(values))
