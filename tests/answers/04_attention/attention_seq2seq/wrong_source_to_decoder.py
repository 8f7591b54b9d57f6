"""Gives the source to the decoder. [attention_seq2seq.source_to_decoder]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        return self.decoder(source, state, memory, source != 0)[0]
