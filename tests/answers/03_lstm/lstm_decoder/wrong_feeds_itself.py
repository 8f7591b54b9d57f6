"""Reads the first id alone, and then what it has chosen itself. [lstm_decoder.feeds_itself]"""

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
        token, rows = ids[..., :1], []
        for _ in range(ids.shape[-1]):
            hidden, state = self.lstm(self.embedding(token), state)
            rows.append(self.output(hidden))
            token = rows[-1].argmax(-1)
        return torch.cat(rows, dim=-2), state
