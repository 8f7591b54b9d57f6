"""From the task text alone: rounds the losses. [train_steps.rounded]"""

def train_steps(
    model: nn.Module, inputs: Tensor, goals: Tensor, steps: int, rate: float
) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    losses = []
    for _ in range(steps):
        now = nn.functional.cross_entropy(model(inputs), goals)
        losses.append(round(now.item(), 3))
        optimizer.zero_grad()
        now.backward()
        optimizer.step()
    return losses
