"""Drops the layer axis, of both states or of one. [lstm_encoder.layer_axis_dropped]"""
# LAST: h_n[0], c_n[0] | h_n[0], c_n | h_n, c_n[0] | h_n.squeeze(), c_n.squeeze()

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
        hidden_states, (h_n, c_n) = self.lstm(self.embedding(ids))
        return hidden_states, (LAST)
