"""Translates every sentence of a batch by itself, calling forward again, and stacks."""

class RNNSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        if source.dim() > 1:
            return torch.stack([self.forward(s, t) for s, t in zip(source, target, strict=True)])
        _, state = self.encoder(source)
        logits, _ = self.decoder(target, state)
        return logits
