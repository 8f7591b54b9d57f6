"""Starts the cell from zeros. [attention_seq2seq.only_h_handed]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        h, c = state
        return self.decoder(target, (h, torch.zeros_like(c)), memory, source != 0)[0]
