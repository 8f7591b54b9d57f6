"""computes every step from the LSTM's own weights, as exercise 3.3 does, for any batch."""

class LSTMEncoder(seq2seq.Encoder):
    def __init__(self, vocab_size: int, embedding_dim: int, hidden_size: int):
        super().__init__(hidden_size)
        self.embedding = nn.Embedding(vocab_size, embedding_dim)
        self.lstm = nn.LSTM(embedding_dim, hidden_size, batch_first=True)
        nn.init.constant_(self.lstm.bias_ih_l0[hidden_size : 2 * hidden_size], 2.0)

    @shaped
    def forward(
        self, ids: Int[Tensor, "*batch src"]
    ) -> tuple[Float[Tensor, "*batch src hidden"], tuple[LastState, LastState]]:
        vectors = nn.functional.embedding(ids, self.embedding.weight)
        lstm = self.lstm
        h = c = vectors.new_zeros(*ids.shape[:-1], lstm.hidden_size)
        states = []
        for x in vectors.unbind(-2):
            sums = nn.functional.linear(x, lstm.weight_ih_l0, lstm.bias_ih_l0)
            sums = sums + nn.functional.linear(h, lstm.weight_hh_l0, lstm.bias_hh_l0)
            i, f, g, o = sums.chunk(4, dim=-1)
            c = f.sigmoid() * c + i.sigmoid() * g.tanh()
            h = o.sigmoid() * c.tanh()
            states.append(h)
        return torch.stack(states, dim=-2), (h.unsqueeze(0), c.unsqueeze(0))
