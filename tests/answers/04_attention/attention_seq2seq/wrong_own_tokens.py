"""Lets the decoder go on from its own tokens. [attention_seq2seq.feeds_itself]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)

        ids, rows = target[..., :1], []
        while len(rows) < target.shape[-1]:
            logits, state, _ = self.decoder(ids, state, memory, source != 0)
            rows.append(logits)
            ids = logits.max(-1).indices
        return torch.cat(rows, dim=-2)
