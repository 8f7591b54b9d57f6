"""Adds the loss after the last step. [train_steps.loss_added]"""

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
    losses.append(nn.functional.cross_entropy(model(inputs), goals).item())
    return losses
