"""From the task text alone: cuts the last token off the target, which the training loop has done already. [attention_seq2seq.target_cut]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        logits, _, _ = self.decoder(target[..., :-1], state, memory, source != 0)
        return logits
