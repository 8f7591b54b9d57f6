"""From the task text alone: cuts and joins with one reshape each. [multi_head_attention.mixed_by_reshape]"""

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
        q, k, v = self.to_query(query), self.to_key(memory), self.to_value(memory)

        size = query.shape[-1] // self.heads
        q, k, v = (x.reshape(*x.shape[:-2], self.heads, x.shape[-2], size) for x in (q, k, v))
        attended = nn.functional.scaled_dot_product_attention(q, k, v, mask)
        return self.output(attended.reshape(query.shape))
