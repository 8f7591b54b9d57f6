"""The public models: downloaded from the Hugging Face hub into its cache, and whole or not at all.

`HF_ENDPOINT`, `HF_HOME` and `HF_HUB_OFFLINE` mean what they mean to the hub's own library.
"""

import hashlib
import re
import threading
from pathlib import Path
from textwrap import shorten

from nlplab.data.original import UnavailableError, blob_id

# A model is its settings and its vocabulary, and then its weights, in the first of these forms.
SETTINGS = ("*.json", "*.txt", "*.spm", "*.model")
WEIGHTS = ("model.safetensors", "pytorch_model.bin")


def require_name(name: str) -> None:
    """Raise UnavailableError when `name` cannot be the name of a model."""
    from huggingface_hub.errors import HFValidationError
    from huggingface_hub.utils import validate_repo_id

    try:
        validate_repo_id(name)
    except HFValidationError as error:
        raise UnavailableError("checkpoint.no_name") from error


def download(name: str, patience: float) -> None:
    """Have every file of the model `name` in the cache.

    The hub's list of files must come within `patience` seconds. The weights come last: where they
    are in the cache, all is. Raises UnavailableError with the reason why not.
    """
    from huggingface_hub import hf_hub_download, snapshot_download

    weights = _weights(name, patience)
    try:
        snapshot_download(
            name, allow_patterns=SETTINGS, ignore_patterns="*/*", etag_timeout=patience
        )
        hf_hub_download(name, weights, etag_timeout=patience)
    except Exception as error:
        raise _reason(error) from error


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
    from huggingface_hub.constants import HF_HUB_CACHE
    from huggingface_hub.file_download import repo_folder_name

    folder = Path(HF_HUB_CACHE) / repo_folder_name(repo_id=name, repo_type="model") / "blobs"
    files = folder.glob("*") if folder.is_dir() else ()
    damaged = [file for file in files if not _sound(file)]
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


def _weights(name: str, patience: float) -> str:
    """The name of the file with the weights; UnavailableError when the hub tells of none in time.

    In a thread, because the look-up of a host's name cannot be given a time limit; as a daemon it
    does not keep Python from ending.
    """
    from huggingface_hub import HfApi

    api = HfApi()
    answer: list[set[str] | Exception] = []

    def ask() -> None:
        try:
            listed = api.model_info(name, timeout=2 * patience).siblings or ()
            answer.append({file.rfilename for file in listed})
        except Exception as error:
            answer.append(error)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(patience)
    match answer:
        case []:
            raise UnavailableError("data.silent", seconds=round(patience, 1))
        case [Exception() as error]:
            raise _reason(error) from error
    weights = next((file for file in WEIGHTS if file in answer[0]), None)
    if weights is None:
        raise UnavailableError("checkpoint.no_weights", expected=" / ".join(WEIGHTS))
    return weights


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
