"""Computes the attention by hand."""

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
        heads = []
        for head in range(self.heads):
            part = slice(head * size, (head + 1) * size)
            q, k, v = self.to_query(query)[..., part], self.to_key(memory)[..., part], self.to_value(memory)[..., part]
            scores = q @ k.transpose(-2, -1) / size**0.5
            if mask is not None:
                scores = scores.masked_fill(~mask, -torch.inf)
            heads.append(scores.softmax(-1) @ v)
        return self.output(torch.cat(heads, -1))
