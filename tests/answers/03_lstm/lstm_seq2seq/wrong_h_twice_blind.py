"""From the task text alone: uses h_n for the cell state as well. [lstm_seq2seq.h_twice]"""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        hidden_states, (h_n, _) = self.encoder(source)
        logits, _ = self.decoder(target, (h_n, h_n))
        return logits
