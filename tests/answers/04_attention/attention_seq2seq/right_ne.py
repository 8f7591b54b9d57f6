"""Compares with ne and names the mask."""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, (h, c) = self.encoder(source)
        mask = source.ne(0)
        return self.decoder(target, (h, c), memory, mask)[0]
