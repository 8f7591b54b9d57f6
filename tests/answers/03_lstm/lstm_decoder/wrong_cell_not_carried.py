"""Carries h from token to token, and starts each from the c that came in. [lstm_decoder.cell_not_carried]"""

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
        h, c = state
        rows = []
        for place in range(ids.shape[-1]):
            hidden, (h, new_c) = self.lstm(self.embedding(ids[..., place : place + 1]), (h, c))
            rows.append(self.output(hidden))
        return torch.cat(rows, dim=-2), (h, new_c)
