"""The formula of one step with the weights of self.rnn; stack."""

class RNNDecoder(seq2seq.Decoder):
    def __init__(self, vocab_size: int, embedding_dim: int, hidden_size: int):
        super().__init__(hidden_size)
        self.embedding = nn.Embedding(vocab_size, embedding_dim)
        self.rnn = nn.RNN(embedding_dim, hidden_size, batch_first=True)
        self.output = nn.Linear(hidden_size, vocab_size)
        nn.init.orthogonal_(self.rnn.weight_hh_l0)

    @shaped
    def forward(
        self, ids: Int[Tensor, "*batch tgt"], state: Float[Tensor, "layers *batch hidden"]
    ) -> tuple[Float[Tensor, "*batch tgt vocab"], Float[Tensor, "layers *batch hidden"]]:
        rnn, h, rows = self.rnn, state[0], []
        for x in self.embedding(ids).unbind(dim=-2):
            h = torch.tanh(
                x @ rnn.weight_ih_l0.T + rnn.bias_ih_l0 + h @ rnn.weight_hh_l0.T + rnn.bias_hh_l0
            )
            rows.append(self.output(h))
        return torch.stack(rows, dim=-2), h[None]
