"""The loader of film reviews: three sources in order, and what becomes of a bad file."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from nlplab.data import DataFileError, nsmc, write_lines
from nlplab.data.original import Original, blob_id
from nlplab.messages import say

RATINGS = 'id\tdocument\tlabel\n7\t"좋다\t1\n8\t\t0\n9\tNA\t0\n10\t또 "봤다"\t1\n'.encode()
OTHER = RATINGS.replace(b"7", b"6")  # as long as the original, and not the same

Answer = Callable[[BaseHTTPRequestHandler], None]


def sends(content: bytes, promised: int | None = None, status: int = 200) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Length", str(promised or len(content)))
        request.end_headers()
        request.wfile.write(content)

    return answer


def never_replies(request: BaseHTTPRequestHandler) -> None:
    request.server.closing.wait(10)


def sends_half_and_waits(request: BaseHTTPRequestHandler) -> None:
    sends(RATINGS[:20], promised=len(RATINGS))(request)
    request.server.closing.wait(10)


@pytest.fixture
def serve() -> Iterator[Callable[[Answer], str]]:
    """Starts a server on this machine that answers as told; gives its address."""
    servers = []

    def start(answer: Answer) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.requests += 1
                answer(self)

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads, server.closing, server.requests = True, threading.Event(), 0
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/ratings.txt"

    start.servers = servers
    yield start
    for server in servers:
        server.closing.set()
        server.shutdown()
        server.server_close()


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NLPLAB_NSMC", "NLPLAB_OFFLINE", "http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def original(tmp_path: Path) -> Callable[[str], Original]:
    """The small file above as the original, at a given address."""
    path = tmp_path / "as_published.txt"
    path.write_bytes(RATINGS)
    return lambda url: Original(url, len(RATINGS), blob_id(path))


NOWHERE = "http://127.0.0.1:9/ratings.txt"


def in_cache(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "cache").glob("**/*"))


# -- the file that NLPLAB_NSMC names ---------------------------------------------------------------


def test_a_named_file_is_read_with_quotes_kept_and_empty_documents_dropped_and_counted(
    tmp_path, monkeypatch, capsys
):
    path = tmp_path / "mine.txt"
    path.write_bytes(RATINGS)
    monkeypatch.setenv("NLPLAB_NSMC", str(path))
    frame = nsmc()
    assert frame.to_dict("list") == {
        "id": [7, 9, 10],
        "document": ['"좋다', "NA", '또 "봤다"'],
        "label": [1, 0, 1],
    }
    assert capsys.readouterr().out == say("data.named", path=path, rows=3, empty=1) + "\n"


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.mkdir()])
def test_a_named_path_without_a_file_is_an_error_that_gives_the_path(tmp_path, monkeypatch, make):
    path = tmp_path / "mine.txt"
    make(path)
    monkeypatch.setenv("NLPLAB_NSMC", str(path))
    expected = ValueError if path.exists() else FileNotFoundError
    with pytest.raises(expected, match=r"mine\.txt") as error:
        nsmc()
    assert isinstance(error.value, DataFileError)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"name,age\nkim,3\n",
        b"id\tdocument\tlabel\n",
        b"id\tdocument\tlabel\n1\tgood\n",
        b"id\tdocument\tlabel\n1\tgood\t1\n2\tbad\t0\textra\n",
        b"id\tdocument\tlabel\n1\tgood\t5\n",
        b"id\tdocument\tlabel\nx\tgood\t1\n",
        "id\tdocument\tlabel\n1\t좋다\t1\n".encode("cp949"),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00",
    ],
    ids=[
        "empty",
        "other",
        "header_only",
        "short_row",
        "long_row",
        "label",
        "id",
        "encoding",
        "image",
    ],
)
def test_a_named_file_that_is_not_ratings_is_an_error_that_gives_the_path(
    tmp_path, monkeypatch, content
):
    path = tmp_path / "mine.txt"
    path.write_bytes(content)
    monkeypatch.setenv("NLPLAB_NSMC", str(path))
    with pytest.raises(ValueError, match=r"mine\.txt") as error:
        nsmc()
    assert "ratings.txt" in str(error.value)
    assert error.value._render_traceback_() == [str(error.value)]


# -- the original ----------------------------------------------------------------------------------


def test_a_whole_download_is_used_and_kept(tmp_path, serve, original, capsys):
    folder = tmp_path / "cache"
    url = serve(sends(RATINGS))
    frame = nsmc(original=original(url), folder=folder, patience=5)
    assert list(frame["id"]) == [7, 9, 10]
    path = folder / "ratings.txt"
    assert path.read_bytes() == RATINGS
    assert in_cache(tmp_path) == ["ratings.txt"]
    assert capsys.readouterr().out == say("data.downloaded", path=path, rows=3, empty=1) + "\n"


def test_a_file_downloaded_before_is_used_without_asking_again(tmp_path, serve, original, capsys):
    folder = tmp_path / "cache"
    folder.mkdir()
    (folder / "ratings.txt").write_bytes(RATINGS)
    url = serve(sends(RATINGS))
    nsmc(original=original(url), folder=folder)
    assert serve.servers[0].requests == 0
    expected = say("data.cached", path=folder / "ratings.txt", rows=3, empty=1)
    assert capsys.readouterr().out == expected + "\n"


@pytest.mark.parametrize("damaged", [RATINGS[:-5], OTHER, b""], ids=["cut", "changed", "empty"])
def test_a_damaged_file_in_the_cache_is_replaced(tmp_path, serve, original, damaged):
    folder = tmp_path / "cache"
    folder.mkdir()
    (folder / "ratings.txt").write_bytes(damaged)
    frame = nsmc(original=original(serve(sends(RATINGS))), folder=folder, patience=5)
    assert len(frame) == 3
    assert (folder / "ratings.txt").read_bytes() == RATINGS


def test_a_damaged_file_in_the_cache_is_dropped_when_no_other_can_be_had(tmp_path, original):
    folder = tmp_path / "cache"
    folder.mkdir()
    (folder / "ratings.txt").write_bytes(OTHER)
    assert len(nsmc(original=original(NOWHERE), folder=folder)) > 5_000
    assert in_cache(tmp_path) == []


# -- the bundled corpus, with the reason -----------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (sends(RATINGS[:40], promised=len(RATINGS)), ("data.cut", {})),
        (sends(RATINGS[:40]), ("data.differs", {"size": 40, "expected": len(RATINGS)})),
        (sends(OTHER), ("data.differs", {"size": len(OTHER), "expected": len(RATINGS)})),
        (sends(b"sorry", status=500), ("data.refused", {"status": 500})),
        (never_replies, ("data.silent", {"seconds": 0.5})),
        (sends_half_and_waits, ("data.silent", {"seconds": 0.5})),
    ],
    ids=["cut", "short", "wrong", "error", "silent", "stalled"],
)
def test_a_failed_download_gives_the_bundled_corpus_with_the_reason_and_is_not_kept(
    tmp_path, serve, original, capsys, answer, reason
):
    started = time.monotonic()
    frame = nsmc(original=original(serve(answer)), folder=tmp_path / "cache", patience=0.5)
    assert time.monotonic() - started < 4
    assert list(frame.columns) == ["id", "document", "label"]
    assert in_cache(tmp_path) == []
    key, values = reason
    line = say("data.bundled", rows=len(frame), empty=0, reason=say(key, **values))
    assert capsys.readouterr().out == line + "\n"


def test_without_a_network_the_bundled_corpus_is_used(tmp_path, original, capsys):
    nsmc(original=original(NOWHERE), folder=tmp_path / "cache")
    assert say("data.unreachable") in capsys.readouterr().out


@pytest.mark.slow
def test_a_name_look_up_that_hangs_does_not_hold_the_reader_up(tmp_path, monkeypatch, original):
    over, answered = threading.Event(), threading.Event()

    def look_up(*_: object, **__: object) -> None:
        if over.wait(60):
            answered.set()

    monkeypatch.setattr("socket.getaddrinfo", look_up)
    nsmc(original=original("http://nowhere.invalid/"), folder=tmp_path / "cache", patience=0.3)
    assert not answered.is_set()
    over.set()
    assert answered.wait(60)


def test_offline_means_no_request(tmp_path, serve, original, capsys, monkeypatch):
    monkeypatch.setenv("NLPLAB_OFFLINE", "1")
    nsmc(original=original(serve(sends(RATINGS))), folder=tmp_path / "cache")
    assert serve.servers[0].requests == 0
    assert say("data.offline") in capsys.readouterr().out


def test_a_cache_folder_that_cannot_be_made_gives_the_bundled_corpus(tmp_path, original):
    (tmp_path / "file").touch()
    assert len(nsmc(original=original(NOWHERE), folder=tmp_path / "file" / "cache")) > 5_000


# -- lines for the trainer -------------------------------------------------------------------------


def test_documents_become_as_many_lines(tmp_path):
    path = write_lines(["가", "나\n다", "라\r\n마\r바", ""], tmp_path / "lines.txt")
    assert path.read_bytes().decode() == "가\n나 다\n라 마 바\n\n"


def test_one_string_is_not_a_list_of_documents(tmp_path):
    with pytest.raises(TypeError, match="one string"):
        write_lines("가나다", tmp_path / "lines.txt")


def test_importing_the_data_room_loads_nothing_heavy():
    heavy = "import sys, nlplab.data; print({'torch', 'pandas', 'pooch'} & {*sys.modules})"
    run = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
