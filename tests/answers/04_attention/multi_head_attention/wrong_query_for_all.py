"""From the task text alone: takes keys and values from the query as well. [multi_head_attention.memory_ignored]"""

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
            return vectors.unflatten(-1, (self.heads, -1)).transpose(-3, -2)


        q, k, v = self.to_query(query), self.to_key(query), self.to_value(query)
        attended = nn.functional.scaled_dot_product_attention(cut(q), cut(k), cut(v), mask)
        return self.output(attended.transpose(-3, -2).flatten(-2))
