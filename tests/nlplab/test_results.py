"""The results file that one section leaves for the next."""

import pandas as pd
import pytest

from nlplab import messages, results


@pytest.fixture(autouse=True)
def english():
    messages.use("en")
    yield
    messages.use("ko")


def scores(value: float) -> pd.DataFrame:
    found = pd.DataFrame({"exact_match": {0: value, 1: 0.0}, "token_accuracy": {0: 0.9, 1: 0.5}})
    return found.assign(sentences=80, parameters=36, seconds=1.5)


def test_what_was_saved_is_loaded_and_said_to_be_the_readers_own(tmp_path):
    results.save("RNN", scores(0.75), tmp_path / "results.csv")
    own = results.load("RNN", path=tmp_path / "results.csv")
    assert own["exact_match"].tolist() == [0.75, 0.0]
    assert set(own["origin"]) == {"your own run"}


def test_saving_again_replaces_the_model_and_keeps_the_others(tmp_path):
    path = tmp_path / "results.csv"
    for model, value in (("RNN", 0.5), ("mine", 0.25), ("RNN", 1.0)):
        results.save(model, scores(value), path)
    kept = results.load("mine", "RNN", path=path).query("stage == 0")
    assert kept["model"].tolist() == ["mine", "RNN"]
    assert kept["exact_match"].tolist() == [0.25, 1.0]
    assert list(tmp_path.iterdir()) == [path]


def test_without_a_file_the_shipped_figures_stand_in_and_say_so(tmp_path):
    shipped = results.load("RNN", path=tmp_path / "results.csv")
    assert set(shipped["origin"]) == {"shipped with the course"}
    rnn = shipped.set_index("stage")["exact_match"]
    assert list(rnn.index) == [0, 1, 2, 3]
    assert rnn[0] > 0.8 > 0.3 > rnn[1]


def test_in_the_shipped_figures_each_model_does_what_the_one_before_could_not(tmp_path):
    models = ["RNN", "LSTM", "LSTM + attention", "Transformer"]
    shipped = results.load(*models, path=tmp_path / "results.csv")
    exact = shipped.pivot(index="model", columns="stage", values="exact_match").loc[models]
    accuracy = shipped.pivot(index="model", columns="stage", values="token_accuracy").loc[models]
    assert exact[1]["LSTM"] > exact[1]["RNN"] + 0.3
    assert exact[2]["LSTM + attention"] >= max(0.8, exact[2]["LSTM"] + 0.3)
    assert exact[3]["Transformer"] > max(0.8, exact[3]["LSTM + attention"])
    assert (accuracy.loc["LSTM", 1:] > accuracy.loc["RNN", 1:]).all()


def test_the_spread_of_the_shipped_figures_goes_from_the_lowest_seed_to_the_highest(monkeypatch):
    seeds = [scores(value).rename_axis("stage").reset_index() for value in (0.5, 0.25, 1.0)]
    shipped = pd.concat(rows.assign(model="RNN", seed=n) for n, rows in enumerate(seeds))
    monkeypatch.setattr(results, "_shipped", lambda: shipped)
    assert results.spread("RNN").loc["RNN"].tolist() == ["0.25–1.00", "0.00–0.00"]
    with pytest.raises(ValueError, match="no scores of GRU"):
        results.spread("GRU")


def test_a_model_without_scores_is_named_with_those_that_have_some(tmp_path):
    with pytest.raises(ValueError, match=r"no scores of GRU.*RNN, LSTM"):
        results.load("RNN", "GRU", path=tmp_path / "results.csv")


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "\x00\xff"])
def test_a_file_that_holds_something_else_is_refused_by_name(tmp_path, text):
    path = tmp_path / "results.csv"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(results.ResultsFileError, match=r"results\.csv"):
        results.load("RNN", path=path)
    with pytest.raises(results.ResultsFileError, match=r"results\.csv"):
        results.save("RNN", scores(1.0), path)
    assert path.read_bytes() == text.encode("latin-1")


def test_scores_without_a_column_are_refused(tmp_path):
    with pytest.raises(KeyError, match="token_accuracy"):
        results.save("RNN", scores(1.0).drop(columns="token_accuracy"), tmp_path / "results.csv")
    assert not list(tmp_path.iterdir())


GENERATIONS = ["RNN", "LSTM", "LSTM + attention", "Transformer"]


def test_generations_lie_further_apart_than_the_seeds_of_one_do():
    shipped = results._shipped().groupby(["model", "stage"])["exact_match"]
    low, high = shipped.min().unstack(), shipped.max().unstack()
    assert (shipped.size()[GENERATIONS] == 3).all()
    assert (low.loc["LSTM"] >= high.loc["RNN"]).all()
    assert (low.loc["LSTM + attention"] >= high.loc["LSTM"]).all()
    assert (low.loc["Transformer"] >= high.loc["LSTM + attention"]).all()


def test_the_generations_have_about_as_many_parameters_and_saw_the_same_sentences():
    shipped = results._shipped()
    costs = shipped[shipped["model"].isin(GENERATIONS)]
    assert costs["sentences"].nunique() == 1
    assert costs["parameters"].max() < 1.05 * costs["parameters"].min()


def test_without_the_residual_a_short_training_reaches_less_than_without_any_other_part():
    shipped = results._shipped().groupby("model")["exact_match"]
    low, high = shipped.min(), shipped.max()
    others = ["all parts", "no positions", "one head", "no scaling"]
    assert (low[others] > high["no residual"]).all()


def test_the_transformers_that_lack_a_part_saw_the_same_sentences():
    shipped = results._shipped()
    assert shipped[~shipped["model"].isin(GENERATIONS)]["sentences"].nunique() == 1
