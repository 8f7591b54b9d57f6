"""From the task text alone: makes a new nn.Embedding in forward instead of using self.embedding. [check.value, rnn_encoder.gradient_cut]"""

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
        embedding = nn.Embedding(self.embedding.num_embeddings, self.embedding.embedding_dim)
        hidden_states, h_n = self.rnn(embedding(ids))
        return hidden_states, h_n
