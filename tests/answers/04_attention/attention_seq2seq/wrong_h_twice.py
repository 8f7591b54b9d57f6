"""Hands h over twice. [attention_seq2seq.h_twice]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        return self.decoder(target, (state[0], state[0]), memory, source != 0)[0]
