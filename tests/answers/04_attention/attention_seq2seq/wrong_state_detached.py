"""From the task text alone: detaches the first state of the decoder because there is attention now. [attention_seq2seq.state_cut]"""

class AttentionSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        memory, (h_n, c_n) = self.encoder(source)
        logits, _, _ = self.decoder(target, (h_n.detach(), c_n.detach()), memory, source != 0)
        return logits
