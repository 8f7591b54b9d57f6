"""Section 07: what its checks hand to a student's objects. Sizes differ along every axis.

Stand-ins for embeddings, blocks and a decoder stand here too, so that a check of the whole does not
depend on the student's own parts. They are written in functions that no exercise asks for.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from nlplab import check as make
from nlplab.checks.case import Look
from nlplab.checks.check import Choice, check

SECTION = "07_transformer"
HERE = "nlplab.checks.transformer"

predict_bag_1 = Choice("predict_bag-1", "abc")
predict_reach_1 = Choice("predict_reach-1", "abc")


# --- sinusoids: a length and a size to positions [token, hidden] ---


def five_places(look: Look, sinusoids: Any) -> None:
    """Five positions of 6 numbers. | 위치 5개, 크기는 6."""
    look.call(sinusoids, 5, 6)


def one_place(look: Look, sinusoids: Any) -> None:
    """One position of 4 numbers. | 위치 1개, 크기는 4."""
    look.call(sinusoids, 1, 4)


def two_numbers(look: Look, sinusoids: Any) -> None:
    """Three positions of 2 numbers. | 위치 3개, 크기는 2."""
    look.call(sinusoids, 3, 2)


sinusoids_1 = check(SECTION, "sinusoids-1", five_places, one_place)
sinusoids_2 = check(SECTION, "sinusoids-2", two_numbers)


def far_out(sinusoids: Any) -> Any:
    """`sinusoids`, of whose result the last three rows are seen, in hundredths."""
    return lambda length, hidden_size: sinusoids(length, hidden_size)[-3:].mul(100).round()


# --- Embed: ids [*batch, token] and a first position to vectors [*batch, token, hidden] ---


def embedded(look: Look, kind: Any, vocab: int, places: int, hidden: int) -> Any:
    """An embedding of the student's class, with that many positions."""
    positions = make.numbers(places, hidden, start=17 * vocab)
    return look.build(kind, vocab, positions, weights={"table.weight": make.numbers(vocab, hidden)})


def three_ids(look: Look, kind: Any) -> None:
    """Three ids, vectors of 4 numbers, 6 positions. | 번호 3개, 크기 4인 벡터, 위치 6개."""
    look.call(embedded(look, kind, 7, 6, 4), torch.tensor([2, 5, 3]))


def ids_of_a_batch(look: Look, kind: Any) -> None:
    """Two sentences of 4 ids. | 번호 4개짜리 문장 두 개."""
    look.call(embedded(look, kind, 8, 5, 6), torch.tensor([[2, 6, 6, 3], [2, 1, 3, 0]]))


def one_id_as_a_batch(look: Look, kind: Any) -> None:
    """One id of one sentence, as a batch. | 문장 하나의 번호 하나를 배치로."""
    look.call(embedded(look, kind, 5, 4, 5), torch.tensor([[4]]))


def what_the_table_learns(look: Look, kind: Any) -> None:
    """The gradient at the table. | 표의 기울기."""
    made = embedded(look, kind, 5, 4, 6)
    look.gradients(made, torch.tensor([[2, 4, 2]]), of=made)


def from_the_third(look: Look, kind: Any) -> None:
    """Two ids, of which the first stands at position 3. | 번호 2개, 첫 번호의 위치는 3."""
    look.call(embedded(look, kind, 6, 7, 4), torch.tensor([5, 2]), 3)


def up_to_the_last(look: Look, kind: Any) -> None:
    """As many ids as there are positions. | 위치의 수만큼 많은 번호."""
    look.call(embedded(look, kind, 6, 4, 5), torch.tensor([2, 3, 1, 4]))


def one_too_many(look: Look, kind: Any) -> None:
    """Four positions, five ids. | 위치 4개, 번호 5개."""
    look.refuses(embedded(look, kind, 6, 4, 5), torch.tensor([2, 3, 1, 4, 5]))


embed_1 = check(
    SECTION, "embed-1", three_ids, ids_of_a_batch, one_id_as_a_batch, what_the_table_learns
)
embed_2 = check(SECTION, "embed-2", from_the_third, up_to_the_last, one_too_many)


# --- layer_norm: vectors [*batch, token, hidden], a weight, a bias and an epsilon ---

NORMS = ("layer_norm", "group_norm", "batch_norm", "instance_norm", "rms_norm")


def to_norm(*shape: int, start: int = 0) -> list[Tensor]:
    """Vectors of numbers between -2 and 4, a weight and a bias."""
    hidden = shape[-1]
    weight, bias = make.numbers(2, hidden, start=start + 70)
    return [3 * make.numbers(*shape, start=start) + 1, 1.5 + weight, bias]


def three_vectors(look: Look, layer_norm: Any) -> None:
    """Three vectors of 5 numbers. | 크기 5인 벡터 3개."""
    look.call(layer_norm, *to_norm(3, 5), banned=NORMS)


def one_vector(look: Look, layer_norm: Any) -> None:
    """One vector of 4 numbers. | 크기 4인 벡터 1개."""
    look.call(layer_norm, *to_norm(1, 4, start=9), banned=NORMS)


def vectors_of_a_batch(look: Look, layer_norm: Any) -> None:
    """Two sentences of 4 vectors. | 벡터 4개짜리 문장 두 개."""
    look.call(layer_norm, *to_norm(2, 4, 3, start=21), banned=NORMS)


def hardly_different(look: Look, layer_norm: Any) -> None:
    """Numbers next to 0, where epsilon tells. | 0에 가까운 수들, 엡실론이 결과를 바꿈."""
    x, weight, bias = to_norm(2, 6, start=33)
    look.call(layer_norm, (x - 1) / 500, weight, bias, banned=NORMS)


def another_epsilon(look: Look, layer_norm: Any) -> None:
    """An epsilon of 0.5. | 엡실론이 0.5."""
    look.call(layer_norm, *to_norm(2, 4, start=45), 0.5, banned=NORMS)


def all_alike(look: Look, layer_norm: Any) -> None:
    """A vector of which all numbers are 0.5. | 모든 수가 0.5인 벡터."""
    _, weight, bias = to_norm(1, 4, start=57)
    look.call(layer_norm, torch.full([1, 4], 0.5), weight, bias, banned=NORMS)


def what_the_norm_learns(look: Look, layer_norm: Any) -> None:
    """The gradients at the vectors, the weight and the bias. | 벡터, 가중치, 편향의 기울기."""
    look.gradients(layer_norm, *to_norm(2, 3, start=69))


layer_norm_1 = check(SECTION, "layer_norm-1", three_vectors, one_vector, vectors_of_a_batch)
layer_norm_2 = check(
    SECTION, "layer_norm-2", hardly_different, another_epsilon, all_alike, what_the_norm_learns
)


# --- EncoderBlock: vectors [*batch, token, hidden] and a mask, or none, to such vectors ---


def of_a_block(hidden: int, wide: int, *attentions: str) -> Mapping[str, Tensor]:
    """Weights of a block that has these attentions."""
    names = ["to_query", "to_key", "to_value", "output"]
    parts: dict[str, nn.Module] = {}
    for name in attentions:
        parts[name] = nn.ModuleDict({each: nn.Linear(hidden, hidden) for each in names})
        parts[f"{name}_norm"] = nn.LayerNorm(hidden)
    layers = [nn.Linear(hidden, wide), nn.Identity(), nn.Linear(wide, hidden)]
    parts |= {"feed_forward": nn.Sequential(*layers), "feed_forward_norm": nn.LayerNorm(hidden)}
    weights: Mapping[str, Tensor] = make.weighted(nn.ModuleDict(parts)).state_dict()
    return {name: value + ("norm.weight" in name) for name, value in weights.items()}


def places(*rows: str) -> Tensor:
    """A mask with a row for each token, "x" where it may look."""
    return torch.tensor([[place == "x" for place in row] for row in rows])


def reading(look: Look, kind: Any, hidden: int, heads: int, wide: int, *more: Any) -> Any:
    """An encoder block of the student's class."""
    weights = of_a_block(hidden, wide, "attention")
    return look.build(kind, hidden, heads, wide, *more, weights=weights)


def vectors(*sizes: Sequence[int], start: int = 0) -> list[Tensor]:
    """Vectors of each of these sizes, numbers between -2 and 2."""
    return [2 * make.numbers(*size, start=start + 50 * at) for at, size in enumerate(sizes)]


def four_tokens(look: Look, kind: Any) -> None:
    """Four tokens, vectors of 6 numbers, three heads. | 토큰 4개, 크기 6인 벡터, 헤드 3개."""
    look.call(reading(look, kind, 6, 3, 5), *vectors((4, 6)))


def one_token(look: Look, kind: Any) -> None:
    """One token, two heads. | 토큰 1개, 헤드 2개."""
    look.call(reading(look, kind, 4, 2, 7), *vectors((1, 4), start=11))


def a_padded_batch(look: Look, kind: Any) -> None:
    """Two sentences of 3 tokens, the second with padding. |
    토큰 3개짜리 문장 두 개, 둘째에는 패딩."""
    mask = torch.tensor([[[True, True, True]], [[True, False, True]]])
    look.call(reading(look, kind, 4, 2, 3), *vectors((2, 3, 4), start=23), mask)


def a_causal_mask(look: Look, kind: Any) -> None:
    """Three tokens, none of which looks ahead. | 토큰 3개, 앞만 보는 마스크."""
    look.call(reading(look, kind, 6, 2, 4), *vectors((3, 6), start=35), places("x..", "xx.", "xxx"))


def what_the_block_learns(look: Look, kind: Any) -> None:
    """The gradients in the layers and at the vectors. | 층과 벡터의 기울기."""
    made = reading(look, kind, 4, 2, 3)
    look.gradients(made, *vectors((2, 3, 4), start=47), of=made)
    look.gradients(made, *vectors((2, 3, 4), start=47))


encoder_block_1 = check(SECTION, "encoder_block-1", four_tokens, one_token)
encoder_block_2 = check(
    SECTION, "encoder_block-2", a_padded_batch, a_causal_mask, what_the_block_learns
)


# --- DecoderBlock: vectors, a memory [*batch, src, hidden] and a mask of each ---


def writing(look: Look, kind: Any, hidden: int, heads: int, wide: int) -> Any:
    """A decoder block of the student's class."""
    weights = of_a_block(hidden, wide, "attention", "cross_attention")
    return look.build(kind, hidden, heads, wide, weights=weights)


def three_written(look: Look, kind: Any) -> None:
    """Three tokens, a memory of 5 rows, one of them masked. |
    토큰 3개, 기억 5행, 그중 하나는 패딩."""
    mask = torch.tensor([[True, True, False, True, True]])
    made = writing(look, kind, 6, 3, 4)
    look.call(made, *vectors((3, 6), (5, 6)), places("x..", "xx.", "xxx"), mask)


def one_written(look: Look, kind: Any) -> None:
    """One token, a memory of 2 rows. | 토큰 1개, 기억 2행."""
    made = writing(look, kind, 4, 2, 5)
    look.call(made, *vectors((1, 4), (2, 4), start=13), places("x"), places("xx"))


def written_batch(look: Look, kind: Any) -> None:
    """Two sentences of 4 tokens, each with a mask of its own for the memory. |
    토큰 4개짜리 문장 두 개, 기억의 마스크는 저마다 다름."""
    mask = torch.tensor([[[True, False, True, True]], [[True, True, True, False]]])
    made = writing(look, kind, 6, 2, 3)
    own = places("x...", "xx..", "xxx.", "xxxx")
    look.call(made, *vectors((2, 4, 6), (2, 4, 6), start=27), own, mask)


def what_the_decoder_block_learns(look: Look, kind: Any) -> None:
    """The gradients in the layers, at the vectors and at the memory. |
    층과 벡터, 기억의 기울기."""
    made, mask = writing(look, kind, 4, 2, 3), torch.tensor([[True, True, False]])
    args = [*vectors((2, 4), (3, 4), start=39), places("x.", "xx"), mask]
    look.gradients(made, *args, of=made)
    look.gradients(made, *args)


decoder_block_1 = check(SECTION, "decoder_block-1", three_written, one_written)
decoder_block_2 = check(SECTION, "decoder_block-2", written_batch, what_the_decoder_block_learns)


# --- Transformer: source and target ids to logits, around these stand-ins ---


class Rows(nn.Module):
    """An embedding of ids that takes away what belongs to each position."""

    def __init__(self, vocab_size: int, hidden_size: int) -> None:
        super().__init__()
        self.table = nn.Embedding(vocab_size, hidden_size)

    def forward(self, ids: Tensor, first: int = 0) -> Tensor:
        rows = nn.functional.embedding(ids, self.table.weight)
        at = torch.arange(ids.shape[-1]).add(first).float()
        return rows.sub(torch.outer(at, make.numbers(rows.shape[-1])))


def _mean(x: Tensor, mask: Tensor) -> Tensor:
    """The mean of those rows of `x` that `mask` lets each token see."""
    if mask.dtype is not torch.bool:
        raise RuntimeError(f"expected a mask of booleans, got {mask.dtype}")
    seen = x.unsqueeze(-3).where(mask.unsqueeze(-1), 0)
    return seen.sum(-2) / mask.sum(-1, keepdim=True).clamp(min=1)


class Reading(nn.Module):
    """A block that adds to each vector the mean of those that its mask lets it see."""

    def __init__(self, hidden_size: int) -> None:
        super().__init__()
        self.turn = nn.Parameter(torch.zeros(hidden_size, hidden_size))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        return torch.add(x, torch.einsum("...i,oi->...o", _mean(x, mask), self.turn))


class Writing(nn.Module):
    """A block that does so among its own vectors, and then with those of a memory."""

    def __init__(self, hidden_size: int) -> None:
        super().__init__()
        self.own, self.other = Reading(hidden_size), Reading(hidden_size)

    def forward(self, x: Tensor, memory: Tensor, own_mask: Tensor, memory_mask: Tensor) -> Tensor:
        read = torch.einsum("...i,oi->...o", _mean(memory, memory_mask), self.other.turn)
        return torch.add(self.own(x, own_mask), read)


def whole(look: Look, kind: Any, source: int, target: int, hidden: int, *pad: int) -> Any:
    """A model of the student's class that reads in two blocks and writes in three."""
    stacks = nn.ModuleDict(
        {
            "source": Rows(source, hidden),
            "target": Rows(target, hidden),
            "encoder": nn.ModuleList([Reading(hidden), Reading(hidden)]),
            "decoder": nn.ModuleList([Writing(hidden) for _ in range(3)]),
        }
    )
    weights = {**make.weighted(stacks).state_dict(), "bias": make.numbers(1, target, start=5)}
    return look.build(
        kind,
        *(look.build(f"{HERE}.Rows", vocab, hidden) for vocab in (source, target)),
        [look.build(f"{HERE}.Reading", hidden) for _ in range(2)],
        [look.build(f"{HERE}.Writing", hidden) for _ in range(3)],
        *pad,
        weights=weights,
    )


def alone(model: Any) -> Any:
    """`model`, with a mask by which each token of a target sees itself and no other."""
    model.target_mask = lambda target: torch.eye(target.shape[-1], device=target.device).bool()
    return model


def read_source(look: Look, kind: Any) -> None:
    """`encode` of 4 ids, one of them padding. | `encode`에 번호 4개, 그중 하나는 패딩."""
    look.call(look.get(whole(look, kind, 9, 6, 3), "encode"), torch.tensor([2, 8, 0, 3]))


def read_batch(look: Look, kind: Any) -> None:
    """`encode` of two sentences with padding. | `encode`에 패딩이 있는 문장 두 개."""
    ids = torch.tensor([[2, 6, 3], [2, 3, 0]])
    look.call(look.get(whole(look, kind, 7, 5, 4), "encode"), ids)


def write_target(look: Look, kind: Any) -> None:
    """`decode` of 3 ids over a memory of 5 rows, one of them masked. |
    `decode`에 번호 3개와 기억 5행, 그중 한 행은 가림."""
    mask = torch.tensor([[True, False, True, True, True]])
    made = look.get(whole(look, kind, 8, 7, 4), "decode")
    look.call(made, torch.tensor([2, 5, 6]), make.numbers(5, 4, start=31), mask)


def score_vectors(look: Look, kind: Any) -> None:
    """`logits` of 3 vectors, 6 words. | `logits`에 벡터 3개, 어휘는 6개."""
    look.call(look.get(whole(look, kind, 8, 6, 4), "logits"), make.numbers(3, 4, start=41))


def a_padded_pair(look: Look, kind: Any) -> None:
    """Two pairs, padding on both sides. | 문장 쌍 두 개, 양쪽에 패딩."""
    source, target = (
        torch.tensor([[2, 6, 1, 3], [2, 3, 0, 0]]),
        torch.tensor([[2, 5, 1], [2, 4, 0]]),
    )
    look.call(whole(look, kind, 7, 6, 3), source, target)


def another_padding(look: Look, kind: Any) -> None:
    """One pair, where 4 is the id of padding. | 문장 쌍 하나, 패딩의 번호는 4."""
    look.call(whole(look, kind, 6, 5, 2, 4), torch.tensor([4, 0, 5, 4]), torch.tensor([4, 0]))


def what_the_model_learns(look: Look, kind: Any) -> None:
    """The gradients in the whole model. | 모델 전체의 기울기."""
    made = whole(look, kind, 5, 4, 2)
    source, target = torch.tensor([[2, 4, 3, 0]]), torch.tensor([[2, 1, 3]])
    look.gradients(made, source, target, of=made)


transformer_1 = check(SECTION, "transformer-1", read_source, read_batch)
transformer_2 = check(SECTION, "transformer-2", write_target, score_vectors)
transformer_3 = check(
    SECTION, "transformer-3", a_padded_pair, another_padding, what_the_model_learns
)


# --- count_by_part: five sizes to how many parameters each part has ---


def a_small_one(look: Look, count_by_part: Any) -> None:
    """Vocabularies of 11 and 7, vectors of 4 numbers, 6 inside, one block each. |
    어휘 11개와 7개, 크기 4인 벡터, 안쪽 6, 블록 하나씩."""
    look.call(count_by_part, 11, 7, 4, 6, 1)


def one_of_three(look: Look, count_by_part: Any) -> None:
    """Vectors of 8 numbers, three blocks each. | 크기 8인 벡터, 블록 세 개씩."""
    look.call(count_by_part, 23, 31, 8, 20, 3)


count_by_part_1 = check(SECTION, "count_by_part-1", a_small_one, one_of_three)


# --- marian_name: the name of a parameter to another ---


def in_the_encoder(look: Look, marian_name: Any) -> None:
    """Names in the encoder's first block. | 인코더 첫 블록의 이름들."""
    for name in ("attention.to_query", "attention_norm", "feed_forward.0", "feed_forward_norm"):
        look.call(marian_name, f"encoder.0.{name}.weight")


def in_the_decoder(look: Look, marian_name: Any) -> None:
    """Names in the decoder's second block. | 디코더 둘째 블록의 이름들."""
    for name in ("cross_attention.to_key", "cross_attention_norm", "feed_forward.2"):
        look.call(marian_name, f"decoder.1.{name}.bias")


def outside_of_blocks(look: Look, marian_name: Any) -> None:
    """The tables and the bias of the output. | 두 표와 출력층의 편향."""
    for name in ("source.table.weight", "target.table.weight", "bias"):
        look.call(marian_name, name)


def numbers_of_blocks(look: Look, marian_name: Any) -> None:
    """Blocks of larger numbers. | 번호가 더 큰 블록들."""
    for number in (2, 13):
        look.call(marian_name, f"encoder.{number}.attention.output.bias")


marian_name_1 = check(SECTION, "marian_name-1", in_the_encoder, in_the_decoder)
marian_name_2 = check(SECTION, "marian_name-2", outside_of_blocks, numbers_of_blocks)


# --- cached_step: a model, a token, a cache, a memory and its mask to logits and a new cache ---


class Mixing(nn.Module):
    """Takes the place of attention: a head adds up how far its part of each vector is from others.

    The parts overlap, so that they are not those of attention.
    """

    def __init__(self, hidden_size: int, heads: int, start: int) -> None:
        super().__init__()
        self.heads, self.size = heads, hidden_size // heads
        self.turn = nn.Parameter(make.numbers(hidden_size, hidden_size, start=start))

    def _parts(self, x: Tensor) -> list[Tensor]:
        return [x[..., at : at + self.size] for at in range(self.heads)]

    def remember(self, memory: Tensor) -> tuple[Tensor, Tensor]:
        turned = torch.einsum("...i,oi->...o", memory, self.turn)
        return torch.stack(self._parts(memory), -3), torch.stack(self._parts(turned), -3)

    def look(self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None = None) -> Tensor:
        heads = zip(self._parts(query), key.unbind(-3), value.unbind(-3), strict=True)
        return torch.cat([_sum_of_ways(*head, mask) for head in heads], -1)

    def forward(self, query: Tensor, memory: Tensor, mask: Tensor | None = None) -> Tensor:
        key, value = self.remember(memory)
        return self.look(query, key, value, mask)


def _sum_of_ways(query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
    """The rows of `value` and the ways from each row of `key`, added up where `mask` is True."""
    ways = torch.relu(query.unsqueeze(-2) - key.unsqueeze(-3)) + value.unsqueeze(-3)
    return (ways if mask is None else ways.where(mask.unsqueeze(-1), 0)).sum(-2)


class Step(nn.Module):
    """The parts of a decoder's block, none of which is like another."""

    def __init__(self, hidden_size: int, heads: int, start: int) -> None:
        super().__init__()
        self.attention = Mixing(hidden_size, heads, start)
        self.cross_attention = Mixing(hidden_size, heads, start + 60)
        self.feed_forward = nn.Linear(hidden_size, hidden_size)
        norms = [nn.LayerNorm(hidden_size) for _ in range(3)]
        self.attention_norm, self.cross_attention_norm, self.feed_forward_norm = norms
        parts: list[nn.Linear | nn.LayerNorm] = [self.feed_forward, *norms]
        for number, part in enumerate(parts):
            values = make.numbers(*part.weight.shape, start=start + 7 * number)
            part.load_state_dict({"weight": values + 1, "bias": values.flatten()[:hidden_size]})


class Frame(nn.Module):
    """A decoder of such blocks: an embedding below them and logits above."""

    def __init__(self, vocab_size: int, hidden_size: int, heads: int, blocks: int) -> None:
        super().__init__()
        self.target = make.weighted(Rows(vocab_size, hidden_size))
        self.decoder = nn.ModuleList(Step(hidden_size, heads, 200 * at) for at in range(blocks))
        self.scores = nn.Parameter(make.numbers(vocab_size, hidden_size, start=3))

    def logits(self, x: Tensor) -> Tensor:
        return torch.einsum("...i,oi->...o", x, self.scores)


def framed(look: Look, vocab: int, hidden: int, heads: int, blocks: int) -> Any:
    """A decoder of so many blocks."""
    return look.build(f"{HERE}.Frame", vocab, hidden, heads, blocks)


def kept(*sizes: int, start: int = 0) -> tuple[Tensor, Tensor]:
    """A cache [layers, *batch, heads, past, size]."""
    return make.numbers(*sizes, start=start), make.numbers(*sizes, start=start + 90)


def the_first_token(look: Look, cached_step: Any) -> None:
    """The first token, so that the cache is empty; two blocks. |
    첫 토큰이라 캐시가 비어 있음, 블록 2개."""
    made, mask = framed(look, 7, 6, 2, 2), torch.ones(1, 4).bool()
    memory = make.numbers(4, 6, start=7)
    look.call(cached_step, made, torch.tensor([2]), kept(2, 2, 0, 3), memory, mask)


def the_fourth_token(look: Look, cached_step: Any) -> None:
    """The fourth token, one block, a memory with padding. |
    넷째 토큰, 블록 1개, 패딩이 있는 기억."""
    made, mask = framed(look, 6, 4, 2, 1), torch.tensor([[True, False, True]])
    cache, memory = kept(1, 2, 3, 2, start=19), make.numbers(3, 4, start=19)
    look.call(cached_step, made, torch.tensor([5]), cache, memory, mask)


def a_batch_with_a_cache(look: Look, cached_step: Any) -> None:
    """Two sentences that have written five tokens each; two blocks. |
    토큰을 5개씩 쓴 문장 두 개, 블록 2개."""
    made, mask = framed(look, 5, 6, 3, 2), torch.tensor([[[True, True]], [[True, False]]])
    cache, memory = kept(2, 2, 3, 5, 2, start=31), make.numbers(2, 2, 6, start=31)
    look.call(cached_step, made, torch.tensor([[4], [1]]), cache, memory, mask)


cached_step_1 = check(SECTION, "cached_step-1", the_first_token, the_fourth_token)
cached_step_2 = check(SECTION, "cached_step-2", a_batch_with_a_cache)


# --- repaired_mask: ids [*batch, tgt] and the id of padding to booleans [*batch, tgt, tgt] ---


def four_ids(look: Look, repaired_mask: Any) -> None:
    """Four ids, the last of them padding. | 번호 4개, 마지막은 패딩."""
    look.call(repaired_mask, torch.tensor([2, 5, 3, 0]))


def padding_inside_a_target(look: Look, repaired_mask: Any) -> None:
    """Four ids, the second and the last of them padding. | 번호 4개, 둘째와 마지막이 패딩."""
    look.call(repaired_mask, torch.tensor([2, 0, 4, 0]))


def targets_of_a_batch(look: Look, repaired_mask: Any) -> None:
    """Two sentences of 4 ids, each with other padding. |
    번호 4개짜리 문장 두 개, 패딩은 저마다 다름."""
    look.call(repaired_mask, torch.tensor([[2, 6, 3, 0], [2, 0, 3, 4]]))


def padding_of_another_id(look: Look, repaired_mask: Any) -> None:
    """Padding of id 7. | 패딩의 번호가 7."""
    look.call(repaired_mask, torch.tensor([2, 0, 7, 5]), 7)


repaired_mask_1 = check(SECTION, "repaired_mask-1", four_ids, padding_inside_a_target)
repaired_mask_2 = check(SECTION, "repaired_mask-2", targets_of_a_batch, padding_of_another_id)
