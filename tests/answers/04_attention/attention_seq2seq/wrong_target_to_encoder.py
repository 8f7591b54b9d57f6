"""Gives the target to the encoder. [attention_seq2seq.target_to_encoder]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(target)
        return self.decoder(target, state, memory, target != 0)[0]
