"""Starts from zeros. [attention_seq2seq.state_not_handed]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, state = self.encoder(source)
        zeros = tuple(torch.zeros_like(part) for part in state)
        return self.decoder(target, zeros, memory, source != 0)[0]
