"""Uses the mask of the first sentence for all. [attention_seq2seq.first_mask_for_all]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)

        mask = source != 0
        first = mask[:1].expand_as(mask) if mask.ndim > 1 else mask
        return self.decoder(target, state, memory, first)[0]
