"""chunk cuts, stack makes the head axis, cat joins; no axis is swapped."""

class MultiHeadAttention(nn.Module):
    def __init__(self, hidden_size: int, heads: int):
        super().__init__()
        if hidden_size % heads:
            raise ValueError(say("attention.heads", hidden=hidden_size, heads=heads))
        self.heads = heads
        self.to_query = nn.Linear(hidden_size, hidden_size)
        self.to_key = nn.Linear(hidden_size, hidden_size)
        self.to_value = nn.Linear(hidden_size, hidden_size)
        self.output = nn.Linear(hidden_size, hidden_size)

    @shaped
    def forward(
        self,
        query: Float[Tensor, "*batch tgt hidden"],
        memory: Float[Tensor, "*batch src hidden"],
        mask: Bool[Tensor, "tgt src"] | None = None,
    ) -> Float[Tensor, "*batch tgt hidden"]:
        layers = ((self.to_query, query), (self.to_key, memory), (self.to_value, memory))
        pieces = [torch.stack(layer(x).chunk(self.heads, dim=-1), dim=-3) for layer, x in layers]
        mixed = nn.functional.scaled_dot_product_attention(*pieces, mask)
        return self.output(torch.cat(mixed.unbind(dim=-3), dim=-1))
