"""One-hot lookup and an einsum for the logits."""

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
        one_hot = nn.functional.one_hot(ids.long(), self.embedding.num_embeddings)
        vectors = torch.einsum("...v,ve->...e", one_hot.to(state.dtype), self.embedding.weight)
        hidden_states, new_state = self.rnn(vectors, state)
        logits = torch.einsum("...h,vh->...v", hidden_states, self.output.weight) + self.output.bias
        return logits, new_state
