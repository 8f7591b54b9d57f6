"""computes the steps from the LSTM's weights with the formulas of section 2, for any batch."""

class LSTMDecoder(seq2seq.Decoder):
    def __init__(self, vocab_size: int, embedding_dim: int, hidden_size: int):
        super().__init__(hidden_size)
        self.embedding = nn.Embedding(vocab_size, embedding_dim)
        self.lstm = nn.LSTM(embedding_dim, hidden_size, batch_first=True)
        self.output = nn.Linear(hidden_size, vocab_size)
        nn.init.constant_(self.lstm.bias_ih_l0[hidden_size : 2 * hidden_size], 2.0)

    @shaped
    def forward(
        self, ids: Int[Tensor, "*batch tgt"], state: tuple[LastState, LastState]
    ) -> tuple[Float[Tensor, "*batch tgt vocab"], tuple[LastState, LastState]]:
        h, c = state[0][0], state[1][0]
        logits = []
        for x in self.embedding(ids).unbind(dim=-2):
            sums = x @ self.lstm.weight_ih_l0.T + self.lstm.bias_ih_l0
            sums = sums + h @ self.lstm.weight_hh_l0.T + self.lstm.bias_hh_l0
            i, f, g, o = sums.chunk(4, dim=-1)
            c = f.sigmoid() * c + i.sigmoid() * g.tanh()
            h = o.sigmoid() * c.tanh()
            logits.append(self.output(h))
        return torch.stack(logits, dim=-2), (h[None], c[None])
