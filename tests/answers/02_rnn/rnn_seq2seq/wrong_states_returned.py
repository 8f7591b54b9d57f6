"""Returns the encoder's states. [rnn_seq2seq.states_returned]"""

class RNNSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        states, state = self.encoder(source)
        self.decoder(target, state)
        return states
