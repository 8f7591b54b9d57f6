"""Calls self.rnn once per token, carries the state over, and joins the rows with cat."""

class RNNEncoder(seq2seq.Encoder):
    def __init__(self, vocab_size: int, embedding_dim: int, hidden_size: int):
        super().__init__(hidden_size)
        self.embedding = nn.Embedding(vocab_size, embedding_dim)
        self.rnn = nn.RNN(embedding_dim, hidden_size, batch_first=True)
        nn.init.orthogonal_(self.rnn.weight_hh_l0)

    @shaped
    def forward(
        self, ids: Int[Tensor, "*batch src"]
    ) -> tuple[Float[Tensor, "*batch src hidden"], Float[Tensor, "layers *batch hidden"]]:
        vectors = self.embedding(ids)
        state, rows = None, []
        for x in vectors.split(1, dim=-2):
            row, state = self.rnn(x, state)
            rows.append(row)
        return torch.cat(rows, dim=-2), state
