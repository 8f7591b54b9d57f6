"""From the task text alone: feeds the decoder what it has chosen, step by step. [rnn_seq2seq.feeds_itself]"""

class RNNSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, state = self.encoder(source)
        token = target[..., :1]
        rows = []
        for _ in range(target.shape[-1]):
            step, state = self.decoder(token, state)
            rows.append(step)
            token = step.argmax(dim=-1)
        logits = torch.cat(rows, dim=-2)
        return logits
