"""From the task text alone: gives the mask as numbers instead of booleans. [attention_seq2seq.mask_not_boolean]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        logits, _, _ = self.decoder(target, state, memory, (source != 0).float())
        return logits
