"""Takes h_n for the memory. [attention_seq2seq.h_as_memory]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)

        h, c = state
        return self.decoder(target, (h, c), h, source != 0)[0]
