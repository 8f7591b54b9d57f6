"""Hands all to the function that PyTorch has for several heads. [multi_head_attention.ready_made: used]"""

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
        layers = (self.to_query, self.to_key, self.to_value)
        batched = query.dim() > 2
        q, m = (x.transpose(0, 1) if batched else x for x in (query, memory))
        result, _ = nn.functional.multi_head_attention_forward(
            q,
            m,
            m,
            query.shape[-1],
            self.heads,
            torch.cat([layer.weight for layer in layers]),
            torch.cat([layer.bias for layer in layers]),
            None,
            None,
            False,
            0.0,
            self.output.weight,
            self.output.bias,
            attn_mask=None if mask is None else ~mask,
        )
        return result.transpose(0, 1) if batched else result
