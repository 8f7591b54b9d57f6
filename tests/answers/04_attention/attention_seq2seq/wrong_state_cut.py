"""Detaches the state. [attention_seq2seq.state_cut]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        state = tuple(part.detach() for part in state)
        return self.decoder(target, state, memory, source != 0)[0]
