"""From the task text alone: copies the weights into a module of PyTorch. [multi_head_attention.ready_made: used]"""

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
        theirs = nn.MultiheadAttention(query.shape[-1], self.heads, batch_first=True)
        layers = (self.to_query, self.to_key, self.to_value)
        weights = {
            "in_proj_weight": torch.cat([layer.weight for layer in layers]),
            "in_proj_bias": torch.cat([layer.bias for layer in layers]),
            "out_proj.weight": self.output.weight,
            "out_proj.bias": self.output.bias,
        }
        hidden = None if mask is None else ~mask
        kwargs = {"attn_mask": hidden, "need_weights": False}
        return torch.func.functional_call(theirs, weights, (query, memory, memory), kwargs)[0]
