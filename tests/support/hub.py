"""A hub of our own on 127.0.0.1: folders of files, served in the Hugging Face hub's layout."""

import hashlib
import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

COMMIT = "5" * 40


@dataclass
class Hub:
    """What the server has, and what is wrong with it; `url` goes into HF_ENDPOINT."""

    models: dict[str, Path]
    cut: set[str] = field(default_factory=set)  # files of which only the first half is sent
    stuck: set[str] = field(default_factory=set)  # files that are asked for in vain
    silent: bool = False  # nothing is answered at all
    url: str = ""
    storage: str = ""  # large files come from another host, as on the hub
    asked: list[str] = field(default_factory=list)
    closed: Event = field(default_factory=Event)

    def file(self, name: str, file: str) -> bytes | None:
        folder = self.models.get(name)
        found = folder / file if folder else None
        return found.read_bytes() if found and found.is_file() else None


@contextmanager
def serving(models: dict[str, Path], **wrong):
    """A running hub; requests that it lets wait end with it."""
    hub = Hub(models, **wrong)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"hub": hub}))
    server.daemon_threads = True
    hub.url = f"http://127.0.0.1:{server.server_port}"
    hub.storage = f"http://localhost:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield hub
    finally:
        hub.closed.set()
        server.shutdown()
        server.server_close()


def etag(file: str, content: bytes) -> str:
    """As on the hub: the hash of the content for large files, the git blob id for the others."""
    if _large(file):
        return hashlib.sha256(content).hexdigest()
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


def _large(file: str) -> bool:
    return file.endswith((".safetensors", ".spm"))


class _Handler(BaseHTTPRequestHandler):
    hub: Hub
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None: ...

    def do_GET(self) -> None:
        self.hub.asked.append(f"{self.command} {self.path}")
        if self.hub.silent or Path(self.path).name in self.hub.stuck:
            self.hub.closed.wait(60)
            self.close_connection = True
            return
        path = self.path.partition("?")[0].strip("/")
        if path.startswith("api/models/"):
            self._about(path.removeprefix("api/models/"))
        elif "/resolve/" in path:
            name, _, file = path.partition("/resolve/")
            self._file(name, file.partition("/")[2])
        else:
            name, _, file = path.removeprefix("storage/").partition("/file/")
            self._content(file, self.hub.file(name, file))

    do_HEAD = do_GET  # noqa: N815

    def _about(self, asked: str) -> None:
        name = asked.partition("/revision/")[0].partition("/tree/")[0]
        if name not in self.hub.models:
            self._missing("RepoNotFound")
            return
        files = sorted(path for path in self.hub.models[name].iterdir() if path.is_file())
        tree = [
            {
                "type": "file",
                "path": path.name,
                "size": path.stat().st_size,
                "oid": etag("", path.read_bytes()),
            }
            for path in files
        ]
        siblings = [{"rfilename": path.name} for path in files]
        info = {"id": name, "modelId": name, "sha": COMMIT, "siblings": siblings, "tags": []}
        self._json(tree if "/tree/" in asked else info)

    def _file(self, name: str, file: str) -> None:
        content = self.hub.file(name, file)
        if content is None:
            self._missing("EntryNotFound" if name in self.hub.models else "RepoNotFound")
            return
        headers = {"X-Repo-Commit": COMMIT, "ETag": f'"{etag(file, content)}"'}
        if not _large(file):
            self._content(file, content, headers)
            return
        headers |= {
            "X-Linked-Etag": headers["ETag"],
            "X-Linked-Size": str(len(content)),
            "Location": f"{self.hub.storage}/storage/{name}/file/{file}",
        }
        self._send(302, b"", headers)

    def _content(self, file: str, content: bytes | None, headers: dict[str, str] = {}) -> None:  # noqa: B006
        if content is None:
            self._missing("EntryNotFound")
            return
        if file in self.hub.cut and self.command == "GET":
            content = content[: len(content) // 2]
        self._send(200, content, headers)

    def _missing(self, code: str) -> None:
        headers = {"X-Error-Code": code, "X-Error-Message": "not here"}
        if code == "EntryNotFound":
            headers["X-Repo-Commit"] = COMMIT
        self._send(404, b"{}", headers)

    def _json(self, value: object) -> None:
        self._send(200, json.dumps(value).encode(), {"Content-Type": "application/json"})

    def _send(self, status: int, content: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(content))}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
