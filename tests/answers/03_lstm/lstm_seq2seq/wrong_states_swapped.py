"""From the task text alone: hands the two states over the wrong way round. [lstm_seq2seq.swapped_h_and_c]"""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, (h_n, c_n) = self.encoder(source)
        logits, _ = self.decoder(target, (c_n, h_n))
        return logits
