"""Takes the state for the memory. [attention_seq2seq.memory_swapped]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        state, memory = self.encoder(source)
        return self.decoder(target, state, memory, source != 0)[0]
