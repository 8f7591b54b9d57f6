"""torch.rnn_tanh with the flat weights of self.rnn."""

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
        vectors = nn.functional.embedding(ids, self.embedding.weight)
        single = ids.dim() == 1
        x = vectors[None] if single else vectors
        h_0 = x.new_zeros(1, x.shape[0], self.hidden_size)
        weights = list(self.rnn.parameters())
        states, h_n = torch.rnn_tanh(x, h_0, weights, True, 1, 0.0, self.training, False, True)
        return (states[0], h_n[:, 0]) if single else (states, h_n)
