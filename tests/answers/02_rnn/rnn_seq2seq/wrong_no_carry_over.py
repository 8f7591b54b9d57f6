"""From the task text alone: calls the decoder for each token, each time from the encoder's state. [rnn_seq2seq.state_not_carried]"""

class RNNSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        _, state = self.encoder(source)
        rows = [self.decoder(token, state)[0] for token in target.split(1, dim=-1)]
        return torch.cat(rows, dim=-2)
