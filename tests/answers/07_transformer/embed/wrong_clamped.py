"""Takes other positions in place of those that lack. [embed.replaced]"""
# OTHERS: places.clamp(max=len(self.positions) - 1) | places % len(self.positions)

class Embed(nn.Module):
    def __init__(self, vocab_size: int, positions: Tensor):
        super().__init__()
        hidden_size = positions.shape[-1]
        self.table = nn.Embedding(vocab_size, hidden_size)
        nn.init.normal_(self.table.weight, std=hidden_size**-0.5)
        self.register_buffer("positions", positions, persistent=False)

    @shaped
    def forward(
        self, ids: Int[Tensor, "*batch token"], first: int = 0
    ) -> Float[Tensor, "*batch token hidden"]:
        end = first + ids.shape[-1]
        scale = self.table.embedding_dim**0.5
        places = torch.arange(first, end)
        return self.table(ids) * scale + self.positions[OTHERS]
