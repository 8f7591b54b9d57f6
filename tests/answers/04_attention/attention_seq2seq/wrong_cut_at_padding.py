"""Masks everything after the first padding. [attention_seq2seq.others_masked]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)

        mask = (source != 0).cumprod(-1).bool()
        return self.decoder(target, state, memory, mask)[0]
