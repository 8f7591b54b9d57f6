"""From the task text alone: returns all that the decoder returns. [attention_seq2seq.not_only_logits]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)

        logits, state, weights = self.decoder(target, state, memory, source != 0)
        return logits, state, weights
