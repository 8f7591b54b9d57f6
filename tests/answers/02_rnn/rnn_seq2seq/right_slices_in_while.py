"""A while loop over slices of one token."""

class RNNSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, state = self.encoder(source)
        done, rows = 0, []
        while done < target.shape[-1]:
            row, state = self.decoder(target[..., done : done + 1], state)
            rows.append(row.select(-2, 0))
            done += 1
        return torch.stack(rows, dim=-2)
