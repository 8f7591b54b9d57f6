"""From the task text alone: does not swap the axes, so the heads of one token attend to each other. [multi_head_attention.not_swapped]"""

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
        def cut(vectors: Tensor) -> Tensor:
            return vectors.unflatten(-1, (self.heads, -1))

        queries = cut(self.to_query(query))
        keys, values = cut(self.to_key(memory)), cut(self.to_value(memory))
        mixed = nn.functional.scaled_dot_product_attention(queries, keys, values, mask)
        return self.output(mixed.flatten(-2))
