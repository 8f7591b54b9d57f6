"""From the task text alone: makes a step for each goal. [train_steps.goal_by_goal]"""

def train_steps(
    model: nn.Module, inputs: Tensor, goals: Tensor, steps: int, rate: float
) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    losses = []
    for _ in range(steps):
        of_all = nn.functional.cross_entropy(model(inputs), goals)
        losses.append(of_all.item())
        for one, goal in zip(inputs, goals, strict=True):
            now = nn.functional.cross_entropy(model(one), goal)
            optimizer.zero_grad()
            now.backward()
            optimizer.step()
    return losses
