"""From the task text alone: detaches c, which is no output. [attention_seq2seq.cell_cut]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, (h_n, c_n) = self.encoder(source)
        logits, _, _ = self.decoder(target, (h_n, c_n.data), memory, source != 0)
        return logits
