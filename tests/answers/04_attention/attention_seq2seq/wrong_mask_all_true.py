"""From the task text alone: uses a mask that is True everywhere, so padding is looked at. [attention_seq2seq.mask_missing]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        mask = torch.ones_like(source, dtype=torch.bool)
        logits, _, _ = self.decoder(target, state, memory, mask)
        return logits
