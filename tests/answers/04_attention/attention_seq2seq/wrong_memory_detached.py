"""From the task text alone: detaches the memory, so the encoder learns only through the last state. [attention_seq2seq.memory_cut]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        logits, _, _ = self.decoder(target, state, memory.detach(), source != 0)
        return logits
