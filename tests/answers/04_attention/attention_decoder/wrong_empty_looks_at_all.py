"""From the task text alone: a sentence that is all padding is looked at everywhere. [attention_decoder.mask_changed]"""

class AttentionDecoder(seq2seq.Decoder):
    def __init__(self, vocab_size: int, embedding_dim: int, hidden_size: int, attention: nn.Module):
        super().__init__(hidden_size)
        self.embedding = nn.Embedding(vocab_size, embedding_dim)
        self.lstm = nn.LSTM(embedding_dim, hidden_size, batch_first=True)
        self.attention = attention
        self.output = nn.Linear(hidden_size, vocab_size)
        nn.init.constant_(self.lstm.bias_ih_l0[hidden_size : 2 * hidden_size], 2.0)

    @shaped
    def forward(
        self,
        ids: Int[Tensor, "*batch tgt"],
        state: tuple[LastState, LastState],
        memory: Float[Tensor, "*batch src hidden"],
        mask: Bool[Tensor, "*batch src"],
    ) -> tuple[
        Float[Tensor, "*batch tgt vocab"],
        tuple[LastState, LastState],
        Float[Tensor, "*batch tgt src"],
    ]:
        states, state = self.lstm(self.embedding(ids), state)
        mask = mask | ~mask.any(dim=-1, keepdim=True)  # there must be something to look at
        joined, weights = self.attention(states, memory, mask)
        return self.output(joined), state, weights
