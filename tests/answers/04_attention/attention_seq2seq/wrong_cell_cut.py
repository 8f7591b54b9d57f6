"""Detaches the cell state. [attention_seq2seq.cell_cut]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        h, c = state
        return self.decoder(target, (h, c.detach()), memory, source != 0)[0]
