"""Goes step by step and stacks the states."""

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
        state, states = None, []
        for place in range(ids.shape[-1]):
            _, state = self.rnn(vectors[..., place : place + 1, :], state)
            states.append(state[0])
        return torch.stack(states, dim=-2), state
