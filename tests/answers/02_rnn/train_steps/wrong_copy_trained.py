"""From the task text alone: trains a copy of the model. [train_steps.copy_trained]"""

def train_steps(
    model: nn.Module, inputs: Tensor, goals: Tensor, steps: int, rate: float
) -> list[float]:
    import copy

    model = copy.deepcopy(model)
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    losses = []
    for _ in range(steps):
        now = nn.functional.cross_entropy(model(inputs), goals)
        losses.append(now.item())
        optimizer.zero_grad()
        now.backward()
        optimizer.step()
    return losses
