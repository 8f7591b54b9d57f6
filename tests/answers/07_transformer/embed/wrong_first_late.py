"""The first id stands one position late. [embed.first_late, embed.last_refused]"""

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
        end = first + ids.shape[-1] + 1
        if end > len(self.positions):
            raise ValueError(f"{end} positions are needed, there are {len(self.positions)}")
        scale = self.table.embedding_dim**0.5
        return self.table(ids) * scale + self.positions[first + 1 : end]
