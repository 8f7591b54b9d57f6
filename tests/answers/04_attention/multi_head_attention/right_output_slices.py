"""Never joins the heads but sends each through its columns of the last layer and adds them up."""

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
        q, k, v = (
            x.split(x.shape[-1] // self.heads, dim=-1)
            for x in (self.to_query(query), self.to_key(memory), self.to_value(memory))
        )
        columns = self.output.weight.chunk(self.heads, dim=1)
        total = self.output.bias.expand(query.shape)
        for one_q, one_k, one_v, column in zip(q, k, v, columns):
            head = nn.functional.scaled_dot_product_attention(one_q, one_k, one_v, mask)
            total = total + head @ column.T
        return total
