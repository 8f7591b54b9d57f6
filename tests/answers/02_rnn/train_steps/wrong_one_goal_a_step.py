"""Takes one goal for each step. [train_steps.one_goal_a_step]"""

def train_steps(
    model: nn.Module, inputs: Tensor, goals: Tensor, steps: int, rate: float
) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    losses = []
    for step in range(steps):
        at = step % len(goals)
        now = nn.functional.cross_entropy(model(inputs[at : at + 1]), goals[at : at + 1])
        losses.append(now.item())
        optimizer.zero_grad()
        now.backward()
        optimizer.step()
    return losses
