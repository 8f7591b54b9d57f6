"""From the task text alone: returns from inside the loop. [train_steps.returned_in_loop]"""

def train_steps(
    model: nn.Module, inputs: Tensor, goals: Tensor, steps: int, rate: float
) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    losses = []
    for _ in range(steps):
        now = nn.functional.cross_entropy(model(inputs), goals)
        losses.append(now.item())
        optimizer.zero_grad()
        now.backward()
        optimizer.step()
        return losses
    return losses
