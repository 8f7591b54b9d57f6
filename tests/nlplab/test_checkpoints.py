"""Where a pretrained model comes from: the hub, an earlier download, or the twin that ships."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from nlplab import check, messages
from nlplab.checkpoints import TWINS, CheckpointError, checkpoint
from tests.support.hub import serving

pytestmark = pytest.mark.slow

NAME = "Helsinki-NLP/opus-mt-ko-en"
TWIN = TWINS[NAME]

PROGRAM = """
import json, sys
from nlplab import messages
from nlplab.checkpoints import CheckpointError, checkpoint

name, lang, patience = sys.argv[1:]
messages.use(lang)
try:
    source = checkpoint(name, patience=float(patience))
except CheckpointError as error:
    source = str(error)
print(json.dumps(source))
"""


@pytest.fixture
def ask(tmp_path):
    """Ask for a model in a process of its own: what is printed, and what is returned.

    The hub's library reads HF_ENDPOINT and HF_HOME once, when it is imported.
    """

    def ask(name: str = NAME, lang: str = "en", patience: float = 5.0, **environment: str):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, name, lang, str(patience)],
            env=_clean() | {"HF_HOME": str(tmp_path / "home")} | environment,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        *printed, source = done.stdout.splitlines()
        return printed, json.loads(source)

    return ask


def _clean() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if not k.startswith(("HF_", "NLPLAB_"))}


def _weights(home: Path) -> Path:
    return next(home.rglob("model.safetensors")).resolve()


# Found


def test_a_model_of_the_hub_is_downloaded_and_called_by_its_name(ask, tmp_path):
    with serving({NAME: TWIN}) as hub:
        printed, source = ask(HF_ENDPOINT=hub.url)
    assert (printed, source) == ([f"Model: {NAME} from the Hugging Face hub"], NAME)
    assert _weights(tmp_path).read_bytes() == (TWIN / "model.safetensors").read_bytes()


def test_what_was_downloaded_is_not_downloaded_again(ask):
    with serving({NAME: TWIN}) as hub:
        ask(HF_ENDPOINT=hub.url)
        hub.asked.clear()
        ask(HF_ENDPOINT=hub.url)
    assert [asked for asked in hub.asked if asked.startswith("GET /storage")] == []


def test_from_pretrained_loads_it_by_that_name(tmp_path):
    program = f"""
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer
from nlplab.checkpoints import checkpoint
name = checkpoint({NAME!r})
tokenizer, model = AutoTokenizer.from_pretrained(name), AutoModelForSeq2SeqLM.from_pretrained(name)
ids = model.generate(**tokenizer("나는 학교에 간다.", return_tensors="pt"))
print(model.name_or_path, tokenizer.decode(ids[0], skip_special_tokens=True))
"""
    with serving({NAME: TWIN}) as hub:
        environment = _clean() | {"HF_HOME": str(tmp_path), "HF_ENDPOINT": hub.url}
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert done.stdout.splitlines()[-1] == f"{NAME} I go to school.", done.stderr


# Not found


def test_a_twin_stands_in_for_what_the_hub_does_not_have(ask):
    with serving({}) as hub:
        printed, source = ask(HF_ENDPOINT=hub.url)
    assert source == str(TWIN)
    assert printed == [
        f"Model: the small {NAME} that comes with nlplab. "
        "Why not the original: the hub has no public model of that name."
    ]


def test_a_name_that_is_nowhere_is_an_error_that_says_what_there_is(ask):
    with serving({NAME: TWIN}) as hub:
        printed, error = ask("nobody/nothing", HF_ENDPOINT=hub.url)
    assert printed == []
    assert error.startswith("✗ The model 'nobody/nothing' cannot be had.")
    assert all(name in error for name in TWINS)


def test_a_model_without_weights_is_no_model(ask, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "config.json").write_text("{}")
    with serving({"somebody/empty": tmp_path / "empty"}) as hub:
        _, error = ask("somebody/empty", HF_ENDPOINT=hub.url)
    assert "no file of weights" in error


# Cut


def test_a_twin_stands_in_for_a_file_that_comes_cut_and_nothing_of_it_is_kept(ask, tmp_path):
    with serving({NAME: TWIN}, cut={"model.safetensors"}) as hub:
        printed, source = ask(HF_ENDPOINT=hub.url)
        assert source == str(TWIN)
        assert "the download did not come to its end" in printed[0]
        assert not list(tmp_path.rglob("model.safetensors"))
        hub.cut.clear()
        assert ask(HF_ENDPOINT=hub.url)[1] == NAME


def test_a_download_that_broke_off_is_not_taken_for_a_model(ask):
    with serving({NAME: TWIN}, cut={"model.safetensors"}) as hub:
        ask(HF_ENDPOINT=hub.url)
    assert ask(HF_ENDPOINT=hub.url)[1] == str(TWIN)


def test_a_damaged_file_of_an_earlier_download_is_replaced(ask, tmp_path):
    with serving({NAME: TWIN}) as hub:
        ask(HF_ENDPOINT=hub.url)
        whole = _weights(tmp_path).read_bytes()
        _weights(tmp_path).write_bytes(whole[:1000])
        printed, source = ask(HF_ENDPOINT=hub.url)
    assert "damaged" in printed[0]
    assert source == NAME
    assert _weights(tmp_path).read_bytes() == whole


@pytest.mark.parametrize("file", ["model.safetensors", "config.json"])
def test_a_damaged_file_is_never_used_where_the_hub_cannot_replace_it(ask, tmp_path, file):
    with serving({NAME: TWIN}) as hub:
        ask(HF_ENDPOINT=hub.url)
    damaged = next((tmp_path / "home").rglob(file)).resolve()
    damaged.write_bytes(damaged.read_bytes()[:100])
    printed, source = ask(HF_ENDPOINT=hub.url)
    assert "damaged" in printed[0]
    assert source == str(TWIN)


# No answer


def test_a_twin_stands_in_when_the_hub_is_silent(ask):
    with serving({NAME: TWIN}, silent=True) as hub:
        printed, source = ask(HF_ENDPOINT=hub.url, patience=1.0)
    assert source == str(TWIN)
    assert "the server sent nothing for 1.0 seconds" in printed[0]


@pytest.mark.parametrize("file", ["config.json", "model.safetensors"])
def test_a_twin_stands_in_when_the_hub_falls_silent_in_the_middle(ask, file):
    with serving({NAME: TWIN}, stuck={file}) as hub:
        printed, source = ask(HF_ENDPOINT=hub.url, patience=0.5)
    assert source == str(TWIN)
    assert "the server sent nothing for 6.0 seconds" in printed[0]


def test_a_twin_stands_in_when_nobody_is_there(ask):
    with serving({}) as hub:
        pass
    printed, source = ask(HF_ENDPOINT=hub.url)
    assert source == str(TWIN)
    assert "could not be reached" in printed[0]


def test_what_was_downloaded_before_is_used_when_the_hub_is_silent(ask, tmp_path):
    with serving({NAME: TWIN}) as hub:
        ask(HF_ENDPOINT=hub.url)
        hub.silent = True
        printed, source = ask(HF_ENDPOINT=hub.url, patience=1.0)
    assert printed[0].startswith(f"Model: {NAME}, downloaded earlier.")
    assert Path(source).is_relative_to(tmp_path)
    assert (Path(source) / "model.safetensors").samefile(_weights(tmp_path))


def test_the_hub_is_not_asked_when_its_own_library_is_set_offline(ask):
    with serving({NAME: TWIN}) as hub:
        printed, source = ask(HF_ENDPOINT=hub.url, HF_HUB_OFFLINE="1")
    assert (hub.asked, source) == ([], str(TWIN))
    assert "HF_HUB_OFFLINE is set" in printed[0]


# Offline


@pytest.fixture
def offline(monkeypatch):
    monkeypatch.setenv("NLPLAB_OFFLINE", "1")
    yield
    messages.use("ko")


@pytest.mark.parametrize("name", TWINS)
def test_offline_every_public_model_of_the_course_has_its_twin(offline, name):
    assert checkpoint(name) == str(TWINS[name])


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        (
            "ko",
            "모델: nlplab에 들어 있는 작은 gpt2. "
            "원본을 쓰지 않은 까닭: NLPLAB_OFFLINE=1로 설정되어 있습니다.",
        ),
        (
            "en",
            "Model: the small gpt2 that comes with nlplab. "
            "Why not the original: NLPLAB_OFFLINE is set to 1.",
        ),
    ],
)
def test_it_says_so_in_one_line_in_the_readers_language(offline, capsys, lang, line):
    messages.use(lang)
    checkpoint("gpt2")
    assert capsys.readouterr().out == f"{line}\n"


def test_offline_any_other_name_is_an_error_without_a_traceback(offline):
    with pytest.raises(CheckpointError, match="bert-base-cased") as caught:
        checkpoint("bert-large-cased")
    assert caught.value._render_traceback_() == [str(caught.value)]


@pytest.mark.parametrize("name", ["", "two words", "a/b/c"])
def test_what_cannot_be_a_name_is_said_to_be_none(monkeypatch, name):
    monkeypatch.delenv("NLPLAB_OFFLINE", raising=False)
    messages.use("en")
    with pytest.raises(CheckpointError, match="no name of a model"):
        checkpoint(name)
    messages.use("ko")


# Small models, for checks


KIND = "AutoModelForCausalLM"
PROMPT = torch.tensor([[5, 6, 7]])
HOW = {"max_new_tokens": 3, "pad_token_id": 0}


def test_a_copy_of_a_small_model_generates_by_itself():
    copied = check.pretrained(KIND, "gpt2")
    runs = check.counted(copied)
    for _ in range(2):
        copied.generate(PROMPT, **HOW)
    assert runs.calls == 6
