"""Leaves no_grad on the method. [check.no_gradient]"""

class RNNSeq2Seq(seq2seq.Seq2Seq):
    @torch.no_grad()
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, state = self.encoder(source)
        logits, _ = self.decoder(target, state)
        return logits
