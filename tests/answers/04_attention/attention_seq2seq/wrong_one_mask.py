"""From the task text alone: takes the padding of the first sentence for that of all. [attention_seq2seq.first_mask_for_all]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)

        mask = source.ne(0)
        if mask.dim() == 2:
            mask = mask[0].repeat(len(mask), 1)
        return self.decoder(target, state, memory, mask)[0]
