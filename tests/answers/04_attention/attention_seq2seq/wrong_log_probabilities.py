"""Returns log probabilities. [attention_seq2seq.probabilities]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)

        return self.decoder(target, state, memory, source != 0)[0].log_softmax(-1)
