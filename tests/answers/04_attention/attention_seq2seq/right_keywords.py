"""Gives memory and mask by name, with the mask from logical_not of eq."""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        mask = torch.logical_not(source.eq(0))
        logits, _, _ = self.decoder(target, state, memory=memory, mask=mask)
        return logits
