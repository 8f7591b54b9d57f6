"""From the task text alone: sets the hidden states of id 0 to zero because it takes it for padding. [check.value]"""

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
        vectors = self.embedding(ids)
        hidden_states, h_n = self.rnn(vectors)
        hidden_states = hidden_states * (ids != 0).unsqueeze(-1)
        return hidden_states, h_n
