"""From the task text alone: makes the last state the memory at every place. [attention_seq2seq.one_vector_again]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        memory = memory[..., -1:, :].expand_as(memory)
        logits, _, _ = self.decoder(target, state, memory, source != 0)
        return logits
