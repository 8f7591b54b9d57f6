"""From the task text alone: the encoder reads the target, so the answer leaks and the source is not seen. [rnn_seq2seq.target_to_encoder]"""

class RNNSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, state = self.encoder(target)
        logits, _ = self.decoder(target, state)
        return logits
