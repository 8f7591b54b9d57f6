"""From the task text alone: takes the outputs of the encoder in the wrong order. [attention_seq2seq.memory_swapped]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        encoded = self.encoder(source)
        logits, _, _ = self.decoder(target, encoded[0], encoded[1], source != 0)
        return logits
