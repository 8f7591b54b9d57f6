"""From the task text alone: keeps the last state and starts the next sentence from it. [lstm_encoder.state_kept]"""

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
        vectors = self.embedding(ids)
        state = getattr(self, "state", None)
        if state is not None and state[0].shape[1:-1] != ids.shape[:-1]:
            state = None
        hidden_states, (h_n, c_n) = self.lstm(vectors, state)
        self.state = (h_n.detach(), c_n.detach())
        return hidden_states, (h_n, c_n)
