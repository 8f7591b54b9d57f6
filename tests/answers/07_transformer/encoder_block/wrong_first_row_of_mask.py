"""From the task text alone: the first row of the mask stands for all of them. [encoder_block.first_row_of_mask]"""

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
        seen = None if mask is None else mask[..., :1, :]
        x = self.attention_norm(x + self.attention(x, x, seen))
        return self.feed_forward_norm(x + self.feed_forward(x))
