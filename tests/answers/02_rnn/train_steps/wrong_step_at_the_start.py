"""From the task text alone: makes the step at the top of the loop. [train_steps.one_behind]"""

def train_steps(
    model: nn.Module, inputs: Tensor, goals: Tensor, steps: int, rate: float
) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    losses = []
    for _ in range(steps):
        optimizer.step()
        now = nn.functional.cross_entropy(model(inputs), goals)
        losses.append(now.item())
        optimizer.zero_grad()
        now.backward()
    return losses
