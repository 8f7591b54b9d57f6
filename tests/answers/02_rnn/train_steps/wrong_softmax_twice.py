"""Takes the softmax before cross_entropy, which takes it again. [train_steps.softmax_twice]"""

def train_steps(
    model: nn.Module, inputs: Tensor, goals: Tensor, steps: int, rate: float
) -> list[float]:
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    losses = []
    for _ in range(steps):
        now = nn.functional.cross_entropy(model(inputs).softmax(-1), goals)
        losses.append(now.item())
        optimizer.zero_grad()
        now.backward()
        optimizer.step()
    return losses
