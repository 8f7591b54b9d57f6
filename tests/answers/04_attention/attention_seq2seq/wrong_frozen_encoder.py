"""From the task text alone: runs the encoder without gradient. [attention_seq2seq.gradient_cut]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        with torch.no_grad():
            memory, state = self.encoder(source)
        return self.decoder(target, state, memory, source != 0)[0]
