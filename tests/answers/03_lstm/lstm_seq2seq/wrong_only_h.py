"""From the task text alone: hands h_n over as if the decoder were an RNN. [lstm_seq2seq.only_h_handed]"""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, (h_n, c_n) = self.encoder(source)
        logits, _ = self.decoder(target, h_n)
        return logits
