"""Swaps the two. [lstm_seq2seq.swapped_h_and_c]"""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, (h_n, c_n) = self.encoder(source)
        return self.decoder(target, (c_n, h_n))[0]
