"""A loop over the tokens with the formula of the notebook and the weights of self.rnn."""

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
        rnn = self.rnn
        h = vectors.new_zeros(*ids.shape[:-1], self.hidden_size)
        states = []
        for t in range(ids.shape[-1]):
            x = vectors[..., t, :]
            from_input = x @ rnn.weight_ih_l0.T + rnn.bias_ih_l0
            from_state = h @ rnn.weight_hh_l0.T + rnn.bias_hh_l0
            h = torch.tanh(from_input + from_state)
            states.append(h)
        return torch.stack(states, dim=-2), h.unsqueeze(0)
