"""From the task text alone: runs the model even with 0 steps, so buffers change. [train_steps.asked_for_nothing]"""

def train_steps(
    model: nn.Module, inputs: Tensor, goals: Tensor, steps: int, rate: float
) -> list[float]:

    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    losses = []
    now = nn.functional.cross_entropy(model(inputs), goals)
    for _ in range(steps):
        losses.append(now.item())
        optimizer.zero_grad()
        now.backward()
        optimizer.step()
        now = nn.functional.cross_entropy(model(inputs), goals)
    return losses
