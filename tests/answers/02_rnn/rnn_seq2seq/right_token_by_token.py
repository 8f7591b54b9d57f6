"""Teacher forcing one right token at a time, the state carried over; cat along tgt."""

class RNNSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, state = self.encoder(source)
        rows = []
        for token in target.split(1, dim=-1):
            row, state = self.decoder(token, state)
            rows.append(row)
        return torch.cat(rows, dim=-2)
