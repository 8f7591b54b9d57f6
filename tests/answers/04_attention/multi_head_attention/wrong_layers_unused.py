"""From the task text alone: cuts the vectors as they come in. [multi_head_attention.no_projection]"""

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
        q, m = (x.unflatten(-1, (self.heads, size)).movedim(-2, -3) for x in (query, memory))
        attended = nn.functional.scaled_dot_product_attention(q, m, m, mask)
        return self.output(attended.movedim(-3, -2).flatten(-2))
