"""From the task text alone: the encoder reads the target and the decoder the source. [rnn_seq2seq.source_to_decoder]"""

class RNNSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, state = self.encoder(target)
        logits, _ = self.decoder(source, state)
        return logits
