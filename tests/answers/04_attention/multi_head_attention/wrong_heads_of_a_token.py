"""Leaves the axis of heads behind that of tokens. [multi_head_attention.not_swapped]"""

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
        size = query.shape[-1] // self.heads
        q, k, v = (
            x.reshape(*x.shape[:-1], self.heads, size)
            for x in (self.to_query(query), self.to_key(memory), self.to_value(memory))
        )
        attended = nn.functional.scaled_dot_product_attention(q, k, v, mask)
        return self.output(attended.reshape(query.shape))
