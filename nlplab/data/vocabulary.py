"""A vocabulary that two trainings on the same sentences share.

The trainer of `tokenizers` numbers some tokens in the order of a hash map, and decides by these
numbers between pairs that are equally frequent: a second training gives other ids, and other pieces
of rare words.
"""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import BertWordPieceTokenizer


def fixed_vocabulary(
    tokenizer: "BertWordPieceTokenizer", sentences: Iterable[str]
) -> "BertWordPieceTokenizer":
    """A copy of `tokenizer` that hangs on the `sentences` it was trained on and not on chance.

    It keeps the special tokens, then in alphabetical order the letters and the pieces of every word
    that occurs twice or more. Like one that was just trained, it adds no special tokens.
    """
    from nlplab import recipes

    cut = tokenizer.pre_tokenizer.pre_tokenize_str
    words = Counter(word for sentence in sentences for word, _ in cut(sentence))
    pieces = {
        piece
        for word, count in words.items()
        if count > 1
        for piece in tokenizer.encode(word, add_special_tokens=False).tokens
    }
    letters = {token for token in tokenizer.get_vocab() if len(token.removeprefix("##")) == 1}
    added = tokenizer.get_added_tokens_decoder()
    special = [added[id].content for id in sorted(added)]
    made: BertWordPieceTokenizer = recipes.tokenizer(
        [*special, *sorted((pieces | letters) - {*special})]
    )
    return made
