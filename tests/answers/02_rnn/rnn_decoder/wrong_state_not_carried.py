"""From the task text alone: starts each token from the state that came in. [rnn_decoder.state_not_carried]"""

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
        vectors = self.embedding(ids)
        rows = []
        for i in range(ids.shape[-1]):
            hidden, new_state = self.rnn(vectors[..., i : i + 1, :], state)
            rows.append(self.output(hidden))
        return torch.cat(rows, dim=-2), new_state
