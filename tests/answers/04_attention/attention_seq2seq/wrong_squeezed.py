"""Squeezes the logits. [attention_seq2seq.axis_lost]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)

        return self.decoder(target, state, memory, source != 0)[0].squeeze(0)
