"""From the task text alone: counts the real tokens and shows as many from the left. [attention_seq2seq.mask_by_length]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)

        length = (source != 0).sum(-1, keepdim=True)
        mask = torch.arange(source.shape[-1]) < length
        return self.decoder(target, state, memory, mask)[0]
