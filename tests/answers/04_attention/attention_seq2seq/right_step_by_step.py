"""Feeds the target one token at a time, hands the state on, and joins the logits."""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        mask = source.ne(0)
        steps = []
        for token in target.split(1, dim=-1):
            logits, state, _ = self.decoder(token, state, memory, mask)
            steps.append(logits)
        return torch.cat(steps, dim=-2)
