"""From the task text alone: rebuilds h_n by hidden_states[:, -1], which fails for one sentence. [check.crashed]"""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        hidden_states, (h_n, c_n) = self.encoder(source)
        h_n = hidden_states[:, -1].unsqueeze(0)
        logits, _ = self.decoder(target, (h_n, c_n))
        return logits
