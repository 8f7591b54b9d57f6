"""Hands the states of all steps. [lstm_seq2seq.all_states_handed]"""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        states, _ = self.encoder(source)
        return self.decoder(target, (states, states))[0]
