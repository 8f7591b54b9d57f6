"""From the task text alone: has the encoder read the target. [attention_seq2seq.target_to_encoder]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(target)
        logits, _, _ = self.decoder(target, state, memory, target.ne(0))
        return logits
