"""Hands over the first state. [rnn_seq2seq.first_state_handed]"""

class RNNSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        states, _ = self.encoder(source)
        logits, _ = self.decoder(target, states[:1])
        return logits
