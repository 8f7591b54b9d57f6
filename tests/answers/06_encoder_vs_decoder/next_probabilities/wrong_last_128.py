"""From the task text alone: of a long text only the last 128 tokens go in. [next_probabilities.window]"""

@torch.no_grad()
@shaped
def next_probabilities(model: nn.Module, ids: Int[Tensor, "token"]) -> Float[Tensor, "vocab"]:
    logits = model(ids[-128:].unsqueeze(0)).logits  # [1, token, vocab]
    return logits[0, -1].softmax(-1)
