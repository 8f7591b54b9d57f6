"""Fills the memory with the last state. [attention_seq2seq.one_vector_again]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        last = state[0][0].unsqueeze(-2).expand_as(memory)
        return self.decoder(target, state, last, source != 0)[0]
