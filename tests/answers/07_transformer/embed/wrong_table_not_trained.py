"""From the task text alone: looks up in .data, so that no gradient reaches the table. [embed.gradient_cut]"""

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
        count, hidden_size = self.positions.shape
        after = first + ids.shape[-1]
        if after > count:
            raise ValueError(f"{after} positions are needed, and there are {count}")
        vectors = self.table.weight.data[ids]
        return vectors * hidden_size**0.5 + self.positions[first:after]
