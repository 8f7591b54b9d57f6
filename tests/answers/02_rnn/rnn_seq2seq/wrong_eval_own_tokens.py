"""From the task text alone: out of training it feeds its own tokens, not target. [rnn_seq2seq.feeds_itself]"""

class RNNSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, state = self.encoder(source)
        if self.training:
            logits, _ = self.decoder(target, state)
            return logits
        token, rows = target[..., :1], []
        for _ in range(target.shape[-1]):
            row, state = self.decoder(token, state)
            rows.append(row)
            token = row.argmax(dim=-1)
        return torch.cat(rows, dim=-2)
