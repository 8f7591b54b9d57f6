"""Leaves no_grad on the method. [check.no_gradient]"""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @torch.no_grad()
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        return self.decoder(target, self.encoder(source)[1])[0]
