"""Computes the LSTM cell from the layer's matrices instead of calling the layer."""

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
        h, c = state[0][-1], state[1][-1]  # [*batch, hidden]
        outs = []
        for vector in self.embedding(ids).unbind(-2):
            gates = nn.functional.linear(vector, self.lstm.weight_ih_l0, self.lstm.bias_ih_l0)
            gates = gates + nn.functional.linear(h, self.lstm.weight_hh_l0, self.lstm.bias_hh_l0)
            i, f, g, o = gates.chunk(4, dim=-1)
            c = f.sigmoid() * c + i.sigmoid() * g.tanh()
            h = o.sigmoid() * c.tanh()
            outs.append(h)
        joined, weights = self.attention(torch.stack(outs, dim=-2), memory, mask)
        return self.output(joined), (h.unsqueeze(0), c.unsqueeze(0)), weights
