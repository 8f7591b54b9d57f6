"""translates each sentence of a batch on its own and stacks the results."""

class LSTMSeq2Seq(seq2seq.Seq2Seq):
    @shaped
    def forward(
        self, source: Int[Tensor, "*batch src"], target: Int[Tensor, "*batch tgt"]
    ) -> Float[Tensor, "*batch tgt vocab"]:
        if source.dim() > 1:
            pairs = zip(source, target, strict=True)
            return torch.stack([self(one_source, one_target) for one_source, one_target in pairs])
        _, state = self.encoder(source)
        return self.decoder(target, state)[0]
