"""Values as bytes between the judge and a student's kernel: JSON, with arrays as safetensors.

Nothing here can run code: what is read back is plain values, tensors, arrays, frames, and
references, which stand for objects that stay on the other side.
"""

import base64
import itertools
import json
import math
import struct
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Any, BinaryIO

from grader.sandboxed.unpacking import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_VALUES,
    ProtocolError,
    Resolve,
    Unpacking,
)
from nlplab.checks.plain import extends, is_iterator, is_of, plain_kind

MAX_TREE = 16 * 2**20  # of its bytes, as JSON: a tree in memory takes many times its text
MAX_NAMES = 2**20  # bytes that say what its arrays are
MAX_ITEMS = 100_000
_HEADER = struct.Struct("!II")
HEADER = _HEADER.size
__all__ = [
    "HEADER",
    "ProtocolError",
    "Refer",
    "Resolve",
    "Unframed",
    "decode",
    "encode",
    "receive",
    "send",
    "size",
]

Refer = Callable[[Any], dict[str, Any] | str]


class Unframed(ProtocolError):
    """Bytes that do not even say where the next message begins."""


def encode(message: Any, refer: Refer) -> bytes:
    """One message as bytes. `refer` gives the JSON of an object that cannot travel as a value.

    Raises ProtocolError for what is too deep or too large.
    """
    arrays: dict[str, Any] = {}
    text = json.dumps(_pack(message, refer, arrays, 0), ensure_ascii=False)
    tree, blob = text.encode("utf-8", "surrogatepass"), _save(arrays)
    if len(tree) > MAX_TREE or len(tree) + len(blob) > MAX_BYTES:
        raise ProtocolError(f"more than {MAX_TREE >> 20} MiB, or {MAX_BYTES >> 20} MiB with arrays")
    return _HEADER.pack(len(tree), len(blob)) + tree + blob


def size(header: bytes) -> int:
    """Bytes of the message that begins with these HEADER bytes, themselves included.

    Raises Unframed for more than a message may have.
    """
    tree, blob = _HEADER.unpack(header)
    if tree > MAX_TREE or tree + blob > MAX_BYTES:
        raise Unframed(f"claims {(tree + blob) >> 20} MiB")
    return int(HEADER + tree + blob)


def decode(message: bytes, resolve: Resolve) -> Any:
    """What `encode` made bytes of. `resolve` makes an object of the JSON of a reference.

    Raises ProtocolError for bytes that hold no message, and MemoryError.
    """
    tree, _ = _HEADER.unpack(message[:HEADER])
    try:
        text = message[HEADER : HEADER + tree].decode("utf-8", "surrogatepass")
        if sum(map(text.count, ",[{")) > 4 * MAX_VALUES:
            raise ProtocolError("too many values")
        return Unpacking(resolve, _load(message[HEADER + tree :])).unpack(json.loads(text))
    except (ProtocolError, MemoryError):
        raise
    except Exception as error:
        raise ProtocolError(f"unreadable: {type(error).__name__}") from None


def send(stream: BinaryIO, message: Any, refer: Refer) -> None:
    """Write one message, as `encode` makes it."""
    stream.write(encode(message, refer))
    stream.flush()


def receive(stream: BinaryIO, resolve: Resolve) -> Any:
    """Read one message as `decode` does; raises EOFError when the other side has hung up."""
    header = _read(stream, HEADER)
    return decode(header + _read(stream, size(header) - HEADER), resolve)


def _read(stream: BinaryIO, size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _pack(value: Any, refer: Refer, arrays: dict[str, Any], depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise ProtocolError(f"nested deeper than {MAX_DEPTH}")

    def pack(item: Any) -> Any:
        return _pack(item, refer, arrays, depth + 1)

    def packed(items: Any) -> list[Any]:
        taken = list(itertools.islice(items, MAX_ITEMS + 1))
        if len(taken) > MAX_ITEMS and not isinstance(items, Iterator):
            raise ProtocolError(f"more than {MAX_ITEMS} items")
        return [pack(item) for item in taken[:MAX_ITEMS]]

    kind = type(value)
    plain = plain_kind(kind)
    if value is None or plain is bool:
        return value
    if plain is int:
        return int(value)
    if plain is str:
        return str.__str__(value)
    if plain is float:
        return float(value) if math.isfinite(value) else {"float": repr(float(value))}
    if plain is list:
        return packed(value)
    if plain in (tuple, set, frozenset):
        return {plain.__name__: packed(value)}
    if plain is dict:
        return {"dict": packed(value.items())}
    if plain is bytes:
        return {"bytes": base64.b64encode(value).decode()}
    if issubclass(kind, PurePath):
        return {"path": str(value)}
    if is_iterator(kind):
        return {"iterator": packed(value)}
    return _pack_array(value, kind, pack, arrays) or refer(value)


def _pack_array(
    value: Any, kind: type, pack: Callable[[Any], Any], arrays: dict[str, Any]
) -> dict[str, Any] | None:
    key = str(len(arrays))
    if is_of(kind, "torch", "Tensor") or is_of(kind, "torch.nn", "Parameter"):
        plain = value.detach().cpu()
        wide = plain.float() if "bfloat16" in str(plain.dtype) else plain
        arrays[key] = wide.contiguous().numpy()
        return {"tensor": [key, str(value.dtype), bool(value.requires_grad)]}
    if is_of(kind, "torch", "dtype", "device"):
        return {f"torch.{kind.__name__}": str(value)}
    if is_of(kind, "numpy", "ndarray") and value.dtype.kind in "biuf":
        arrays[key] = value
        return {"array": key}
    if is_of(kind, "numpy", "ndarray"):
        return {"objects": [list(value.shape), pack(value.ravel().tolist())]}
    if extends(kind, "numpy", "generic"):
        return {"scalar": [str(value.dtype), pack(value.item())]}
    if extends(kind, "pandas", "DataFrame"):
        columns = [value.iloc[:, place] for place in range(value.shape[1])]
        data = [[str(column.dtype), pack(column.tolist())] for column in columns]
        return {"frame": [pack(value.columns.tolist()), pack(value.index.tolist()), data]}
    if extends(kind, "pandas", "Series"):
        return {
            "series": [
                pack(value.name),
                pack(value.index.tolist()),
                [str(value.dtype), pack(value.tolist())],
            ]
        }
    return None


def _save(arrays: dict[str, Any]) -> bytes:
    if not arrays:
        return b""
    from safetensors.numpy import save

    return save({name: array.copy(order="C") for name, array in arrays.items()})


def _load(blob: bytes) -> dict[str, Any]:
    if not blob:
        return {}
    from safetensors.numpy import load

    if int.from_bytes(blob[:8], "little") > MAX_NAMES:
        raise ProtocolError("too many arrays")
    return {name: array.copy() for name, array in load(blob).items()}
