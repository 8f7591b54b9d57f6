"""From the task text alone: hands h over for both. [attention_seq2seq.h_twice]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, (h, _) = self.encoder(source)
        logits, _, _ = self.decoder(target, (h, h), memory, source != 0)
        return logits
