"""Feeds the decoder one token at a time."""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, state = self.encoder(source)
        rows = []
        for place in range(target.shape[-1]):
            logits, state = self.decoder(target[..., place : place + 1], state)
            rows.append(logits)
        return torch.cat(rows, dim=-2)
