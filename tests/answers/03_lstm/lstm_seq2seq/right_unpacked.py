"""Names both states."""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        hidden_states, (h_n, c_n) = self.encoder(source)
        logits, state = self.decoder(target, (h_n, c_n))
        return logits
