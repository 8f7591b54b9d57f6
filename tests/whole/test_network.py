"""What only the internet can show; run weekly."""

import pytest

from nlplab import data
from nlplab.checkpoints import TWINS, checkpoint


@pytest.mark.network
def test_the_original_nsmc_downloads_and_is_the_one_we_know(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("NLPLAB_NSMC", raising=False)
    monkeypatch.delenv("NLPLAB_OFFLINE", raising=False)
    reviews = data.nsmc(folder=tmp_path)
    assert len(reviews) == 200_000 - 8
    assert "ratings.txt" in capsys.readouterr().out


@pytest.mark.network
@pytest.mark.parametrize("name", TWINS)
def test_the_public_models_are_on_the_hub_by_the_names_we_know(monkeypatch, name):
    monkeypatch.delenv("NLPLAB_OFFLINE", raising=False)
    assert checkpoint(name, patience=30.0) == name
