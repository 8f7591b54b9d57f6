"""From the task text alone: turns a batch to [tgt, batch] before the RNN although batch_first=True; runs where batch and tgt are the same size. [rnn_decoder.across_sentences]"""

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
        if ids.dim() == 1:
            hidden_states, new_state = self.rnn(vectors, state)
            return self.output(hidden_states), new_state
        hidden_states, new_state = self.rnn(vectors.transpose(0, 1), state)
        return self.output(hidden_states).transpose(0, 1), new_state
