"""Makes a sentence a batch of one, and takes the batch axis off the logits."""

class RNNSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        single = source.dim() == 1
        if single:
            source, target = source.unsqueeze(0), target.unsqueeze(0)
        _, state = self.encoder(source)
        logits, _ = self.decoder(target, state)
        return logits.squeeze(0) if single else logits
