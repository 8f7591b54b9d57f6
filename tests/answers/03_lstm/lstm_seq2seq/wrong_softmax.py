"""From the task text alone: returns probabilities. [lstm_seq2seq.probabilities]"""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, state = self.encoder(source)
        logits, _ = self.decoder(target, state)
        return torch.softmax(logits, dim=-1)
