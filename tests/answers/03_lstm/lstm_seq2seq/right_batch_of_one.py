"""turns one sentence into a batch of one for both parts and takes the axis off at the end."""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        single = source.dim() == 1
        if single:
            source, target = source.unsqueeze(0), target.unsqueeze(0)
        hidden_states, (h_n, c_n) = self.encoder(source)
        logits, (h, c) = self.decoder(target, (h_n, c_n))
        return logits.squeeze(0) if single else logits
