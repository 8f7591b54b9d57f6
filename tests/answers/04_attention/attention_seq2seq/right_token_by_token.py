"""Feeds the decoder one token at a time."""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        rows = []
        for place in range(target.shape[-1]):
            logits, state, _ = self.decoder(target[..., place : place + 1], state, memory, source != 0)
            rows.append(logits)
        return torch.cat(rows, dim=-2)
