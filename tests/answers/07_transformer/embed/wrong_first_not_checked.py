"""From the task text alone: checks the number of tokens without first. [embed.limit_without_first]"""

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
        tokens = ids.shape[-1]
        if tokens > len(self.positions):
            raise ValueError(f"{tokens} tokens, but only {len(self.positions)} positions")
        vectors = self.table(ids) * self.table.embedding_dim**0.5
        return vectors + self.positions[first : first + tokens]
