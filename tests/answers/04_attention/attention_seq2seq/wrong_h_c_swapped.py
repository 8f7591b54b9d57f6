"""From the task text alone: hands c over as h and h as c. [attention_seq2seq.swapped_h_and_c]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, (h_n, c_n) = self.encoder(source)
        logits, _, _ = self.decoder(target, (c_n, h_n), memory, source != 0)
        return logits
