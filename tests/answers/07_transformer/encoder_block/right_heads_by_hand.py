"""Attention by hand, with minus infinity where the mask is False."""

class EncoderBlock(nn.Module):
    def __init__(
        self, hidden_size: int, heads: int, wide: int, activation: nn.Module | None = None
    ):
        super().__init__()
        self.attention = Attention(hidden_size, heads)
        self.attention_norm = nn.LayerNorm(hidden_size)
        self.feed_forward = feed_forward(hidden_size, wide, activation or nn.ReLU())
        self.feed_forward_norm = nn.LayerNorm(hidden_size)

    @shaped
    def forward(
        self,
        x: Float[Tensor, "*batch token hidden"],
        mask: Bool[Tensor, "*#batch #token token"] | None = None,
    ) -> Float[Tensor, "*batch token hidden"]:
        size = x.shape[-1] // self.attention.heads
        parts = (self.attention.to_query, self.attention.to_key, self.attention.to_value)
        q, k, v = (part(x).unflatten(-1, (-1, size)).movedim(-2, -3) for part in parts)
        scores = q @ k.movedim(-1, -2) / size**0.5
        if mask is not None:
            scores = scores.masked_fill(~mask.unsqueeze(-3), -torch.inf)
        mixed = (scores.softmax(-1) @ v).movedim(-3, -2).reshape(x.shape)
        x = self.attention_norm(x + self.attention.output(mixed))
        return self.feed_forward_norm(x + self.feed_forward(x))
