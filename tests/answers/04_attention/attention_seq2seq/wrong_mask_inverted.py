"""From the task text alone: makes the mask True where there is padding. [attention_seq2seq.inverted]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        logits, _, _ = self.decoder(target, state, memory, source == 0)
        return logits
