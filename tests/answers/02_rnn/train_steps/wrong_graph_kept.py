"""Computes the loss once and keeps its graph. [train_steps.computed_once]"""

def train_steps(
    model: nn.Module, inputs: Tensor, goals: Tensor, steps: int, rate: float
) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    losses = []
    now = nn.functional.cross_entropy(model(inputs), goals)
    for _ in range(steps):
        losses.append(now.item())
        optimizer.zero_grad()
        now.backward(retain_graph=True)
        with torch.no_grad():
            for parameter in model.parameters():
                parameter.data -= rate * parameter.grad
    return losses
