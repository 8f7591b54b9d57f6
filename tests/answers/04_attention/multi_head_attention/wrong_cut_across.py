"""From the task text alone: gives each head every few values and joins as if they were neighbours. [multi_head_attention.every_third_joined]"""

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
        def cut(vectors):
            *batch, token, hidden = vectors.shape
            return vectors.reshape(*batch, token, hidden // self.heads, self.heads).movedim(-1, -3)

        q, k, v = self.to_query(query), self.to_key(memory), self.to_value(memory)
        attended = nn.functional.scaled_dot_product_attention(cut(q), cut(k), cut(v), mask)
        return self.output(attended.transpose(-3, -2).flatten(-2))
