"""From the task text alone: cuts the last target token off, though the loss already does the shifting. [shapes.result]"""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, state = self.encoder(source)
        logits, _ = self.decoder(target[..., :-1], state)
        return logits
