"""Makes a sentence a batch of one, and takes the batch axis off again."""

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
        single = ids.dim() == 1
        if single:
            ids = ids.unsqueeze(0)
        vectors = self.embedding(ids)
        hidden_states, h_n = self.rnn(vectors)
        if single:
            hidden_states, h_n = hidden_states.squeeze(0), h_n.squeeze(1)
        return hidden_states, h_n
