"""reshape cuts, movedim moves the head axis, and keys and values come from one joint linear map."""

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
        both = torch.cat([self.to_key.weight, self.to_value.weight])
        bias = torch.cat([self.to_key.bias, self.to_value.bias])
        k, v = nn.functional.linear(memory, both, bias).tensor_split(2, dim=-1)
        q, k, v = (
            x.reshape(*x.shape[:-1], self.heads, size).movedim(-2, -3) for x in (self.to_query(query), k, v)
        )
        out = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask).movedim(-3, -2)
        return self.output(out.reshape(*query.shape))
