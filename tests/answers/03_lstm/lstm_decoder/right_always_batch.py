"""gives ids and both states a batch axis for one sentence and takes it off again."""

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
        single = ids.dim() == 1
        if single:
            ids, h, c = ids[None], h[:, None], c[:, None]
        hidden_states, (h, c) = self.lstm(self.embedding(ids), (h.contiguous(), c.contiguous()))
        logits = self.output(hidden_states)
        if single:
            logits, h, c = logits[0], h[:, 0], c[:, 0]
        return logits, (h, c)
