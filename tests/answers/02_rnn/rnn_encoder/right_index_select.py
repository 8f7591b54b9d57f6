"""Flat index_select on the embedding matrix, brought back into shape."""

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
        flat = torch.index_select(self.embedding.weight, 0, ids.reshape(-1))
        vectors = flat.reshape(*ids.shape, self.embedding.embedding_dim)
        hidden_states, h_n = self.rnn(vectors)
        return hidden_states, h_n
