"""lets the decoder read one target token at a time and joins the rows."""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, (h_n, c_n) = self.encoder(source)
        state = (h_n, c_n)
        rows = []
        for step in range(target.shape[-1]):
            logits, state = self.decoder(target[..., step : step + 1], state)
            rows.append(logits)
        return torch.cat(rows, dim=-2)
