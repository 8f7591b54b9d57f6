"""From the task text alone: squeezes the logits before it returns them. [attention_seq2seq.axis_lost]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)

        logits, _, _ = self.decoder(target, state, memory, source != 0)
        return logits.squeeze()
