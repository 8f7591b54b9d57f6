"""From the task text alone: drops the line that clears them, so that gradients add up. [train_steps.gradients_add_up]"""

def train_steps(
    model: nn.Module, inputs: Tensor, goals: Tensor, steps: int, rate: float
) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    losses = []
    for _ in range(steps):
        now = nn.functional.cross_entropy(model(inputs), goals)
        losses.append(now.item())
        now.backward()
        optimizer.step()
    return losses
