"""The public models: downloaded from the Hugging Face hub into its cache, and whole or not at all.

`HF_ENDPOINT`, `HF_HOME` and `HF_HUB_OFFLINE` mean what they mean to the hub's own library.
"""

import hashlib
import re
import threading
import time
from collections.abc import Callable
from pathlib import Path
from textwrap import shorten
from typing import TypeVar

from nlplab.data.original import UnavailableError, blob_id

# A model is its settings and its vocabulary, and then its weights, in the first of these forms.
SETTINGS = (".json", ".txt", ".spm", ".model")
WEIGHTS = ("model.safetensors", "pytorch_model.bin")

PAUSE = 12  # times as long as for the first answer: the hub's library writes 10 MB at a time

Result = TypeVar("Result")


def require_name(name: str) -> None:
    """Raise UnavailableError when `name` cannot be the name of a model."""
    from huggingface_hub.errors import HFValidationError
    from huggingface_hub.utils import validate_repo_id  # type: ignore[attr-defined] # no __all__

    try:
        validate_repo_id(name)
    except HFValidationError as error:
        raise UnavailableError("checkpoint.no_name") from error


def download(name: str, patience: float) -> None:
    """Have every file of the model `name` in the cache.

    The hub's list of files must come within `patience` seconds, and later a pause may be PAUSE
    times as long. The weights come last: where they are in the cache, all is. Raises
    UnavailableError with the reason why not.
    """
    from huggingface_hub import HfApi, hf_hub_download

    api = HfApi()
    info = _watch(lambda: api.model_info(name, timeout=2 * patience), lambda: 0, patience)
    listed = [file.rfilename for file in info.siblings or ()]
    weights = next((file for file in WEIGHTS if file in listed), None)
    if weights is None:
        raise UnavailableError("checkpoint.no_weights", expected=" / ".join(WEIGHTS))

    settings = [file for file in listed if file.endswith(SETTINGS) and "/" not in file]

    def fetch() -> None:
        for file in [*settings, weights]:
            hf_hub_download(name, file)

    _watch(fetch, lambda: _size(_blobs(name)), PAUSE * patience)


def cached(name: str) -> Path | None:
    """The folder with the model `name` as it was downloaded before, or None unless all is there."""
    from huggingface_hub import try_to_load_from_cache

    for weights in WEIGHTS:
        path = try_to_load_from_cache(name, weights)
        if isinstance(path, str) and all(file.exists() for file in Path(path).parent.iterdir()):
            return Path(path).parent
    return None


def drop_damaged(name: str) -> bool:
    """Remove those files of the model `name` from the cache that are not what they should be.

    The cache calls a file by its hash (where the system has symbolic links). Returns whether
    there was any.
    """
    damaged = [file for file in _blobs(name).glob("*") if not _sound(file)]
    for file in damaged:
        file.unlink()
    return bool(damaged)


def _sound(file: Path) -> bool:
    if re.fullmatch("[0-9a-f]{64}", file.name):
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest() == file.name
    if re.fullmatch("[0-9a-f]{40}", file.name):
        return blob_id(file) == file.name
    return True


def _watch(work: Callable[[], Result], progress: Callable[[], int], patience: float) -> Result:
    """What `work` returns, unless for `patience` seconds `progress` stays what it is.

    In a thread, because neither the look-up of a host's name nor the retries of the hub's library
    can be given a time limit; as a daemon it does not keep Python from ending. Raises
    UnavailableError with what went wrong.
    """
    done: list[Result] = []
    failed: list[Exception] = []

    def run() -> None:
        try:
            done.append(work())
        except Exception as error:
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    before, since = progress(), time.monotonic()
    while thread.is_alive():
        thread.join(min(0.1, patience))
        if (now := progress()) != before:
            before, since = now, time.monotonic()
        elif time.monotonic() - since > patience and thread.is_alive():
            raise UnavailableError("data.silent", seconds=round(patience, 1))
    if failed:
        raise _reason(failed[0]) from failed[0]
    return done[0]


def _blobs(name: str) -> Path:
    from huggingface_hub.constants import HF_HUB_CACHE
    from huggingface_hub.file_download import repo_folder_name

    return Path(HF_HUB_CACHE) / repo_folder_name(repo_id=name, repo_type="model") / "blobs"


def _size(folder: Path) -> int:
    try:
        return sum(file.stat().st_size for file in folder.glob("*"))
    except FileNotFoundError:  # one was renamed just now
        return -1


def _reason(error: Exception) -> UnavailableError:
    from huggingface_hub.errors import (
        HfHubHTTPError,
        OfflineModeIsEnabled,
        RepositoryNotFoundError,
    )

    first_line = shorten(str(error).partition("\n")[0], 120) or type(error).__name__
    match error:
        case RepositoryNotFoundError():
            return UnavailableError("checkpoint.unknown")
        case OfflineModeIsEnabled():
            return UnavailableError("checkpoint.hub_offline")
        case HfHubHTTPError():
            return UnavailableError("data.refused", status=error.response.status_code)
        case OSError():
            return UnavailableError("checkpoint.broken", error=first_line)
    return UnavailableError("checkpoint.unreachable", error=first_line)
