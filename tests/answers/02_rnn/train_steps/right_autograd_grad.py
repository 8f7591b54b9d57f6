"""Asks autograd for the gradients, which are kept nowhere."""

def train_steps(
    model: nn.Module, inputs: Tensor, goals: Tensor, steps: int, rate: float
) -> list[float]:
    losses = []
    parameters = list(model.parameters())
    for _ in range(steps):
        now = nn.functional.cross_entropy(model(inputs), goals)
        for parameter, gradient in zip(parameters, torch.autograd.grad(now, parameters), strict=True):
            parameter.data.add_(gradient, alpha=-rate)
        losses.append(now.item())
    return losses
