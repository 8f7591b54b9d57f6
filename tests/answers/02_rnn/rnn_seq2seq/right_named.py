"""Calls with names."""

class RNNSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        hidden_states, h_n = self.encoder(ids=source)
        output = self.decoder(ids=target, state=h_n)
        return output[0]
