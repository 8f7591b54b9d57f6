"""From the task text alone: lets the decoder read the source. [attention_seq2seq.source_to_decoder]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)

        logits, _, _ = self.decoder(source, state, memory, source.ne(0))
        return logits
