"""Subtracts the gradients by hand under no_grad."""

def train_steps(
    model: nn.Module, inputs: Tensor, goals: Tensor, steps: int, rate: float
) -> list[float]:
    losses = []
    for _ in range(steps):
        now = nn.functional.cross_entropy(model(inputs), goals)
        model.zero_grad()
        now.backward()
        with torch.no_grad():
            for parameter in model.parameters():
                parameter -= rate * parameter.grad
        losses.append(float(now))
    return losses
