"""From the task text alone: own_mask is not handed on as it came but cut. [decoder_block.mask_cut]"""

class DecoderBlock(nn.Module):
    def __init__(
        self, hidden_size: int, heads: int, wide: int, activation: nn.Module | None = None
    ):
        super().__init__()
        self.attention = Attention(hidden_size, heads)
        self.attention_norm = nn.LayerNorm(hidden_size)
        self.cross_attention = Attention(hidden_size, heads)
        self.cross_attention_norm = nn.LayerNorm(hidden_size)
        self.feed_forward = feed_forward(hidden_size, wide, activation or nn.ReLU())
        self.feed_forward_norm = nn.LayerNorm(hidden_size)

    @shaped
    def forward(
        self,
        x: Float[Tensor, "*batch tgt hidden"],
        memory: Float[Tensor, "*batch src hidden"],
        own_mask: Bool[Tensor, "*#batch tgt tgt"],
        memory_mask: Bool[Tensor, "*#batch 1 src"],
    ) -> Float[Tensor, "*batch tgt hidden"]:
        own_mask = own_mask.tril()  # nobody sees what comes after
        x = self.attention_norm(x + self.attention(x, x, own_mask))
        x = self.cross_attention_norm(x + self.cross_attention(x, memory, memory_mask))
        return self.feed_forward_norm(x + self.feed_forward(x))
