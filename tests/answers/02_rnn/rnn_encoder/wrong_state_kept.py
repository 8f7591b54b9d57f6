"""From the task text alone: starts from the state that the call before ended with. [rnn_encoder.state_kept]"""

class RNNEncoder(seq2seq.Encoder):
    def __init__(self, vocab_size: int, embedding_dim: int, hidden_size: int):
        super().__init__(hidden_size)
        self.embedding = nn.Embedding(vocab_size, embedding_dim)
        self.rnn = nn.RNN(embedding_dim, hidden_size, batch_first=True)
        nn.init.orthogonal_(self.rnn.weight_hh_l0)
        self.h = None

    @shaped
    def forward(
        self, ids: Int[Tensor, "*batch src"]
    ) -> tuple[Float[Tensor, "*batch src hidden"], Float[Tensor, "layers *batch hidden"]]:
        vectors = self.embedding(ids)
        shape = (1, *ids.shape[:-1], self.hidden_size)
        if self.h is None or self.h.shape != shape:
            self.h = torch.zeros(shape, device=ids.device)
        hidden_states, h_n = self.rnn(vectors, self.h)
        self.h = h_n.detach()
        return hidden_states, h_n
