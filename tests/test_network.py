"""What only the internet can show; run weekly."""

import pytest

from nlplab import data


@pytest.mark.network
def test_the_original_nsmc_downloads_and_is_the_one_we_know(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("NLPLAB_NSMC", raising=False)
    monkeypatch.delenv("NLPLAB_OFFLINE", raising=False)
    reviews = data.nsmc(folder=tmp_path)
    assert len(reviews) == 200_000 - 8
    assert "ratings.txt" in capsys.readouterr().out
