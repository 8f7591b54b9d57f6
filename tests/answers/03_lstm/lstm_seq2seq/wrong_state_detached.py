"""From the task text alone: cuts the gradient between decoder and encoder, so the encoder never learns. [lstm_seq2seq.gradient_cut]"""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, (h_n, c_n) = self.encoder(source)
        logits, _ = self.decoder(target, (h_n.detach(), c_n.detach()))
        return logits
