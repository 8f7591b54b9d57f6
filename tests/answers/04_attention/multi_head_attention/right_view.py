"""Cuts with view and permutes."""

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
        def split(vectors):
            shape = (*vectors.shape[:-1], self.heads, vectors.shape[-1] // self.heads)
            return vectors.reshape(shape).movedim(-2, -3)

        q, k, v = split(self.to_query(query)), split(self.to_key(memory)), split(self.to_value(memory))
        joined = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask).movedim(-3, -2)
        return self.output(joined.reshape(query.shape))
