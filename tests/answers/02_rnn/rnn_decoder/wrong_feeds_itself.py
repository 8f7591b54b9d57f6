"""From the task text alone: feeds the token that it has chosen instead of the next of the ids given. [rnn_decoder.feeds_itself]"""

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
        token, rows = ids[..., :1], []
        for _ in range(ids.shape[-1]):
            hidden, state = self.rnn(self.embedding(token), state)
            rows.append(self.output(hidden))
            token = rows[-1].argmax(-1)
        return torch.cat(rows, dim=-2), state
