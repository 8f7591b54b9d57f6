"""From the task text alone: reads the first id alone, and then what it has chosen itself. [rnn_decoder.feeds_itself]"""

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
        token = ids[..., :1]
        rows = []
        for _ in range(ids.shape[-1]):
            hidden, state = self.rnn(self.embedding(token), state)
            logits = self.output(hidden)
            rows.append(logits)
            token = logits.argmax(-1)
        return torch.cat(rows, dim=-2), state
