"""Reads each sentence of a batch alone and stacks the results."""

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
        if ids.dim() == 1:
            return self.rnn(self.embedding(ids))
        states, last = [], []
        for sentence in ids:
            hidden_states, h_n = self.rnn(self.embedding(sentence))
            states.append(hidden_states)
            last.append(h_n)
        return torch.stack(states), torch.stack(last, dim=1)
