"""From the task text alone: the bias of 2 goes to the new content, not the forget gate. [lstm_encoder.forget_gate_shut]"""


class LSTMEncoder(seq2seq.Encoder):
    def __init__(self, vocab_size: int, embedding_dim: int, hidden_size: int):
        super().__init__(hidden_size)
        self.embedding = nn.Embedding(vocab_size, embedding_dim)
        self.lstm = nn.LSTM(embedding_dim, hidden_size, batch_first=True)
        nn.init.constant_(self.lstm.bias_ih_l0[2 * hidden_size : 3 * hidden_size], 2.0)

    @shaped
    def forward(
        self, ids: Int[Tensor, "*batch src"]
    ) -> tuple[Float[Tensor, "*batch src hidden"], tuple[LastState, LastState]]:
        vectors = self.embedding(ids)
        hidden_states, (h_n, c_n) = self.lstm(vectors)
        return hidden_states, (h_n, c_n)
