"""From the task text alone: runs the encoder under no_grad because only its result is used. [lstm_seq2seq.gradient_cut]"""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        with torch.no_grad():
            _, state = self.encoder(source)
        logits, _ = self.decoder(target, state)
        return logits
