"""Goes through the sentences and takes the softmax over the real tokens alone."""

@shaped
def attention_weights(
    scores: Float[Tensor, "*batch tgt src"], mask: Bool[Tensor, "*batch src"]
) -> Float[Tensor, "*batch tgt src"]:
    source = scores.shape[-1]
    rows = scores.reshape(-1, scores.shape[-2], source)
    keep = mask.reshape(-1, source)
    done = []
    for sentence, real in zip(rows, keep):
        places = real.nonzero().squeeze(-1)
        some = sentence.index_select(-1, places).softmax(-1)
        done.append(torch.zeros_like(sentence).index_copy(-1, places, some))
    return torch.stack(done).reshape(scores.shape)
