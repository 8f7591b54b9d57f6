"""One-hot vectors times the embedding matrix instead of a lookup."""

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
        one_hot = nn.functional.one_hot(ids.long(), self.embedding.num_embeddings)
        vectors = one_hot.to(self.embedding.weight.dtype) @ self.embedding.weight
        return self.rnn(vectors)
