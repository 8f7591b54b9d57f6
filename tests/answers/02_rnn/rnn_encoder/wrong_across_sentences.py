"""From the task text alone: turns a batch round, though the RNN takes the batch first. [rnn_encoder.across_sentences]"""

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
        if ids.dim() == 1:
            hidden_states, h_n = self.rnn(vectors)
        else:
            hidden_states, _ = self.rnn(vectors.transpose(0, 1))  # [src, batch, embedding]
            hidden_states = hidden_states.transpose(0, 1)
            h_n = hidden_states[:, -1].unsqueeze(0)
        return hidden_states, h_n
