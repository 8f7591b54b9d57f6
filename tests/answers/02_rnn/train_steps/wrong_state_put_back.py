"""Puts the weights back at the end. [train_steps.copy_trained]"""

def train_steps(
    model: nn.Module, inputs: Tensor, goals: Tensor, steps: int, rate: float
) -> list[float]:
    before = {name: value.clone() for name, value in model.state_dict().items()}
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    losses = []
    for _ in range(steps):
        now = nn.functional.cross_entropy(model(inputs), goals)
        losses.append(now.item())
        optimizer.zero_grad()
        now.backward()
        optimizer.step()
    model.load_state_dict(before)
    return losses
