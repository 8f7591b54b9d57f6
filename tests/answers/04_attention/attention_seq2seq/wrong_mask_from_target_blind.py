"""From the task text alone: makes the mask from target instead of source. [attention_seq2seq.mask_from_target]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        logits, _, _ = self.decoder(target, state, memory, target != 0)
        return logits
