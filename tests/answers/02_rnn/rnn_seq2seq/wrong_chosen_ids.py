"""From the task text alone: returns the ids chosen in the place of the logits. [shapes.result]"""

class RNNSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, state = self.encoder(source)
        logits, _ = self.decoder(target, state)
        return logits.argmax(dim=-1)
