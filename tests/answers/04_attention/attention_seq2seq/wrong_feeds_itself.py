"""From the task text alone: feeds the decoder its own best tokens instead of the target. [attention_seq2seq.feeds_itself]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        token, steps = target[..., :1], []
        for _ in range(target.shape[-1]):
            logits, state, _ = self.decoder(token, state, memory, source != 0)
            token = logits.argmax(-1)
            steps.append(logits)
        return torch.cat(steps, dim=-2)
