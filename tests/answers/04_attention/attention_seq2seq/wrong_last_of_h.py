"""From the task text alone: hands h over as the memory. [attention_seq2seq.h_as_memory]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)

        return self.decoder(target, state, state[0].transpose(0, -2), source != 0)[0]
