"""Opens as many places from the left as there are tokens. [attention_seq2seq.mask_by_length]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)

        places = torch.ones_like(source).cumsum(-1)
        mask = places <= source.ne(0).sum(-1, keepdim=True)
        return self.decoder(target, state, memory, mask)[0]
