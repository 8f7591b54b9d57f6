"""Goes through the layers by number, and joins in the end."""

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
    past = cache[0].size(-2)
    x = model.target(token, first=past)
    keys, values = [], []
    for at in range(len(model.decoder)):
        block = model.decoder[at]
        key, value = block.attention.remember(x)
        keys.append(key)
        values.append(value)
        x = block.attention_norm(x + block.attention.look(
            x, torch.cat([cache[0][at], key], -2), torch.cat([cache[1][at], value], -2)
        ))
        x = block.cross_attention_norm(x + block.cross_attention(x, memory, mask))
        x = block.feed_forward_norm(x + block.feed_forward(x))
    new = (torch.stack(keys), torch.stack(values))
    return model.logits(x), tuple(torch.cat(pair, -2) for pair in zip(cache, new))
