"""Hands h_n twice. [lstm_seq2seq.h_twice]"""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, (h_n, _) = self.encoder(source)
        return self.decoder(target, (h_n, h_n))[0]
