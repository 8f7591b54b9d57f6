"""Masks all special tokens and not padding alone. [attention_seq2seq.others_masked]"""
# LAST: 1 | 2 | 3

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)

        return self.decoder(target, state, memory, source > LAST)[0]
