"""From the task text alone: a batch of one sentence loses its axis. [attention_decoder.axis_lost]"""

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
        batch = ids if ids.dim() > 1 else ids.unsqueeze(0)
        start = tuple(part.reshape(1, len(batch), -1) for part in state)
        states, (h, c) = self.lstm(self.embedding(batch), start)
        joined, weights = self.attention(states.squeeze(0), memory, mask)
        return self.output(joined), (h.view_as(state[0]), c.view_as(state[1])), weights
