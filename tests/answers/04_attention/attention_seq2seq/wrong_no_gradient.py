"""Leaves no_grad on it. [check.no_gradient]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @torch.no_grad()
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        return self.decoder(target, state, memory, source != 0)[0]
