"""From the task text alone: measures the loss anew after the step. [train_steps.loss_after_step]"""

def train_steps(
    model: nn.Module, inputs: Tensor, goals: Tensor, steps: int, rate: float
) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    losses = []
    for _ in range(steps):
        now = nn.functional.cross_entropy(model(inputs), goals)
        optimizer.zero_grad()
        now.backward()
        optimizer.step()
        now = nn.functional.cross_entropy(model(inputs), goals)
        losses.append(now.item())
    return losses
