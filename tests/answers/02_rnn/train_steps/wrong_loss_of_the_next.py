"""Computes the loss before the loop and keeps the one after each step. [train_steps.loss_after_step]"""

def train_steps(
    model: nn.Module, inputs: Tensor, goals: Tensor, steps: int, rate: float
) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    losses = []
    now = nn.functional.cross_entropy(model(inputs), goals)
    for _ in range(steps):
        optimizer.zero_grad()
        now.backward()
        optimizer.step()
        now = nn.functional.cross_entropy(model(inputs), goals)
        losses.append(now.item())
    return losses
