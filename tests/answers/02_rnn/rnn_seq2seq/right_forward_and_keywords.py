"""Calls .forward with the parts' argument names."""

class RNNSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, state = self.encoder.forward(ids=source)
        logits, _ = self.decoder.forward(ids=target, state=state)
        return logits
