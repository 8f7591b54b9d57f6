"""Hands h_n with a cell of zeros. [lstm_seq2seq.only_h_handed]"""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, (h_n, c_n) = self.encoder(source)
        return self.decoder(target, (h_n, torch.zeros_like(c_n)))[0]
