"""Leaves out the line that makes the matrix orthogonal. [rnn_decoder.not_orthogonal]"""


class RNNDecoder(seq2seq.Decoder):
    def __init__(self, vocab_size: int, embedding_dim: int, hidden_size: int):
        super().__init__(hidden_size)
        self.embedding = nn.Embedding(vocab_size, embedding_dim)
        self.rnn = nn.RNN(embedding_dim, hidden_size, batch_first=True)
        self.output = nn.Linear(hidden_size, vocab_size)

    @shaped
    def forward(
        self, ids: Int[Tensor, "*batch tgt"], state: Float[Tensor, "layers *batch hidden"]
    ) -> tuple[Float[Tensor, "*batch tgt vocab"], Float[Tensor, "layers *batch hidden"]]:
        vectors = self.embedding.forward(input=ids)
        hidden_states, new_state = self.rnn.forward(input=vectors, hx=state)
        logits = self.output.forward(input=hidden_states)
        return logits, new_state
