"""Names h and c and makes the mask with bool()."""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, (h_n, c_n) = self.encoder(source)
        logits, _, _ = self.decoder(target, (h_n, c_n), memory, source.bool())
        return logits
