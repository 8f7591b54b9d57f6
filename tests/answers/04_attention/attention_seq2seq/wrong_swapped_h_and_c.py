"""Swaps the states. [attention_seq2seq.swapped_h_and_c]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        return self.decoder(target, state[::-1], memory, source != 0)[0]
