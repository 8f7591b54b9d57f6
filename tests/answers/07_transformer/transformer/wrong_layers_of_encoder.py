"""From the task text alone: decode runs as many blocks as the encoder has. [transformer.blocks_of_the_encoder]"""

class Transformer(nn.Module):
    def __init__(
        self,
        source: nn.Module,
        target: nn.Module,
        encoder: list[nn.Module],
        decoder: list[nn.Module],
        pad_id: int = 0,
    ):
        super().__init__()
        self.source, self.target = source, target
        self.encoder, self.decoder = nn.ModuleList(encoder), nn.ModuleList(decoder)
        self.bias = nn.Parameter(torch.zeros(1, target.table.num_embeddings))
        self.pad_id = pad_id

    def source_mask(self, source: Tensor) -> Tensor:
        return (source != self.pad_id).unsqueeze(-2)  # [*batch, 1, src]

    def target_mask(self, target: Tensor) -> Tensor:
        return causal_mask(target.shape[-1]).to(target.device)  # [tgt, tgt]

    @shaped
    def encode(self, source: Int[Tensor, "*batch src"]) -> Float[Tensor, "*batch src hidden"]:
        x, mask = self.source(source), self.source_mask(source)
        for block in self.encoder:
            x = block(x, mask)
        return x

    @shaped
    def logits(self, x: Float[Tensor, "*batch tgt hidden"]) -> Float[Tensor, "*batch tgt vocab"]:
        return x @ self.target.table.weight.T + self.bias

    @shaped
    def decode(
        self,
        target: Int[Tensor, "*batch tgt"],
        memory: Float[Tensor, "*batch src hidden"],
        mask: Bool[Tensor, "*batch 1 src"],
    ) -> Float[Tensor, "*batch tgt vocab"]:
        x, own_mask = self.target(target), self.target_mask(target)
        for layer in range(len(self.encoder)):
            x = self.decoder[layer](x, memory, own_mask, mask)
        return self.logits(x)

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        return self.decode(target, self.encode(source), self.source_mask(source))
