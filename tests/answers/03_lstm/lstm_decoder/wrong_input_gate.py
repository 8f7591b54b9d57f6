"""Opens the input gate instead of the forget gate. [lstm_decoder.forget_gate_shut]"""


class LSTMDecoder(seq2seq.Decoder):
    def __init__(self, vocab_size: int, embedding_dim: int, hidden_size: int):
        super().__init__(hidden_size)
        self.embedding = nn.Embedding(vocab_size, embedding_dim)
        self.lstm = nn.LSTM(embedding_dim, hidden_size, batch_first=True)
        self.output = nn.Linear(hidden_size, vocab_size)
        nn.init.constant_(self.lstm.bias_ih_l0[:hidden_size], 2.0)

    @shaped
    def forward(
        self, ids: Int[Tensor, "*batch tgt"], state: tuple[LastState, LastState]
    ) -> tuple[Float[Tensor, "*batch tgt vocab"], tuple[LastState, LastState]]:
        vectors = self.embedding(ids)
        hidden_states, state = self.lstm(vectors, state)
        return self.output(hidden_states), state
