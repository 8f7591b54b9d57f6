"""From the task text alone: subtracts the gradient as it is. [train_steps.rate_left_out]"""

def train_steps(
    model: nn.Module, inputs: Tensor, goals: Tensor, steps: int, rate: float
) -> list[float]:
    losses = []
    for _ in range(steps):
        now = nn.functional.cross_entropy(model(inputs), goals)
        model.zero_grad()
        now.backward()
        for parameter in model.parameters():
            parameter.data -= parameter.grad
        losses.append(now.item())
    return losses
