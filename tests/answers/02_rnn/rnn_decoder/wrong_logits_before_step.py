"""From the task text alone: computes the logits from the state before the step. [rnn_decoder.logits_before_step]"""

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
        h, rows = state, []
        for x in self.embedding(ids).split(1, dim=-2):
            rows.append(self.output(h[0]))
            _, h = self.rnn(x, h)
        return torch.stack(rows, dim=-2), h
