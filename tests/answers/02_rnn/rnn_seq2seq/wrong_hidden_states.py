"""From the task text alone: hands all hidden states to the decoder, not the last; runs only on one sentence of one token. [rnn_seq2seq.all_states_handed]"""

class RNNSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        hidden_states, _ = self.encoder(source)
        logits, _ = self.decoder(target, hidden_states)
        return logits
