"""From the task text alone: starts the decoder from zeros, since there is the memory. [attention_seq2seq.state_not_handed]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)

        h, c = state
        logits, _, _ = self.decoder(target, (h * 0, c * 0), memory, source != 0)
        return logits
