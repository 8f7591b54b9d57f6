"""The original NSMC file: in the cache or downloaded, and never used unchecked."""

import hashlib
import os
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Original:
    """A file on the web whose size in bytes and git blob id are known."""

    url: str = "https://raw.githubusercontent.com/e9t/nsmc/master/ratings.txt"
    size: int = 19_515_078
    blob_id: str = "9cd603e0d9a3685955fd8994052be3ae143dafdb"

    def matches(self, path: Path) -> bool:
        """Whether the file at `path` is this one, byte for byte."""
        return path.stat().st_size == self.size and blob_id(path) == self.blob_id


RATINGS = Original()


class UnavailableError(Exception):
    """The original cannot be had now: `reason` is a key of the catalogue, `values` fill it in."""

    def __init__(self, reason: str, **values: Any) -> None:
        super().__init__(f"{reason} {values}")
        self.reason = reason
        self.values = values


def blob_id(path: Path) -> str:
    """What `git hash-object` prints for the file at `path`."""
    digest = hashlib.sha1(f"blob {path.stat().st_size}\0".encode(), usedforsecurity=False)
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def cached(original: Original, folder: Path) -> Path | None:
    """The checked file in `folder`, or None; a damaged one is removed."""
    path = folder / "ratings.txt"
    if not path.is_file():
        return None
    if original.matches(path):
        return path
    path.unlink()
    return None


def download(original: Original, folder: Path, patience: float) -> Path:
    """Fetch `original` into `folder`, with a progress bar, and check it before it is kept.

    `patience` is how many seconds may pass without a byte: looking up the name, trying addresses
    and waiting for an answer together, or a pause in the middle. Raises UnavailableError
    with the reason when the file does not come whole.
    """
    path = folder / "ratings.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as scratch:
            part = Path(scratch) / "ratings.part"
            _fetch(original.url, part, patience)
            if not original.matches(part):
                size = part.stat().st_size
                raise UnavailableError("data.differs", size=size, expected=original.size)
            os.replace(part, path)
    except OSError as error:
        raise UnavailableError("data.unwritable", folder=folder, error=error) from error
    return path


def _fetch(url: str, part: Path, patience: float) -> None:
    # A thread, because neither the look-up of a name nor the walk through a host's addresses can be
    # given a time limit; as a daemon it does not keep Python from ending.
    failure: list[Exception] = []

    def work() -> None:
        try:
            _http(url, part, patience)
        except Exception as error:
            failure.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    size, since = 0, time.monotonic()
    while thread.is_alive():
        thread.join(min(0.05, patience))
        now = part.stat().st_size if part.exists() else 0
        if now > size:
            size, since = now, time.monotonic()
        if time.monotonic() - since > patience:
            raise UnavailableError("data.silent", seconds=round(patience, 1))
    if failure:
        raise _reason(failure[0], patience)


def _http(url: str, part: Path, patience: float) -> None:
    from pooch import HTTPDownloader

    # Small chunks, so that the size of `part` shows every sign of life; identity, so that the bar
    # ends at 100 %.
    HTTPDownloader(
        progressbar=True,
        chunk_size=1 << 14,
        timeout=patience,
        headers={"Accept-Encoding": "identity"},
    )(url, str(part), None)


def _reason(error: Exception, patience: float) -> Exception:
    from requests import ConnectionError, HTTPError, RequestException, Response, Timeout
    from requests.exceptions import ChunkedEncodingError

    match error:
        case HTTPError(response=Response(status_code=status)):
            return UnavailableError("data.refused", status=status)
        case Timeout():
            return UnavailableError("data.silent", seconds=round(patience, 1))
        case ChunkedEncodingError():
            return UnavailableError("data.cut")
        case ConnectionError():
            return UnavailableError("data.unreachable")
        case RequestException():
            return UnavailableError("data.failed", error=error)
    return error
