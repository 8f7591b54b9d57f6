"""The small world: its grammar in both languages, what fits together in it, and its splits."""

import hashlib
import re
from dataclasses import replace
from random import Random

import pandas
import pytest

from nlplab.data import small_world
from nlplab.data.small_world import pairs
from nlplab.data.small_world.english import english
from nlplab.data.small_world.korean import korean
from nlplab.data.small_world.meaning import Clause, Sentence, draw_sentence, lexicon

# Changes only together with the lexicon or the grammar; figures and solutions are then made anew.
WORLD = "2927be25fff96ee1ba58a21bce963eb4cb74b7ae94a0b653a08d92673a17294d"


def clause(who: str, verb: str, thing: str = "", place: str = "", **others) -> Clause:
    """A clause named by its Korean words, in the present unless told."""
    scene = next(
        scene
        for scene in lexicon().scenes
        if scene.verb.stem == verb
        and (not thing or thing in [known.korean for known in scene.things])
        and (not place or place in [known.korean for known in scene.places])
    )
    named = {"thing": (scene.things, thing), "place": (scene.places, place)}
    named |= {"company": (lexicon().company, others.pop("company", ""))}
    named |= {"means": (scene.means, others.pop("means", ""))}
    named |= {"time": (scene.times, others.pop("time", ""))}
    chosen = {role: _named(words, name) for role, (words, name) in named.items()}
    return Clause(
        scene, others.pop("tense", "present"), _named(lexicon().who, who), **chosen, **others
    )


def _named(words, name: str):
    return next((word for word in words if word.korean == name), None)


def said(*clauses: Clause, links: tuple[str, ...] = ()) -> tuple[str, str]:
    sentence = Sentence(clauses, links)
    return korean(sentence), english(sentence)


@pytest.fixture(scope="module")
def told():
    """Three thousand sentences of each number of clauses, before they are said."""
    draw = Random(0).random
    return [draw_sentence(clauses, draw) for clauses in (1, 2, 3) for _ in range(3_000)]


@pytest.fixture(scope="module")
def clauses(told):
    return [clause for sentence in told for clause in sentence.clauses if not clause.elided]


@pytest.fixture(scope="module")
def world():
    return pairs("train", 1_000)


@pytest.fixture(scope="module")
def held_out():
    return pandas.concat(
        [pairs("held_out", 200, [0], seed=1), pairs("held_out", 40, [1, 2, 3], seed=1)]
    )


# Grammar


def test_i_go_to_school():
    assert said(clause("나", "가", place="학교")) == ("나는 학교에 간다.", "I go to school.")


@pytest.mark.parametrize(
    ("who", "topic"), [("나", "나는"), ("삼촌", "삼촌은"), ("그들", "그들은"), ("아이", "아이는")]
)
def test_the_topic_takes_the_particle_of_its_last_sound(who, topic):
    assert said(clause(who, "쉬"))[0] == f"{topic} 쉰다."


@pytest.mark.parametrize(
    ("verb", "thing", "together"),
    [
        ("마시", "우유", "우유를"),
        ("먹", "빵", "빵을"),
        ("타", "말", "말을"),
        ("부르", "노래", "노래를"),
    ],
)
def test_so_does_the_object(verb, thing, together):
    assert together in said(clause("민수", verb, thing))[0].split()


@pytest.mark.parametrize(
    ("means", "together"), [("버스", "버스로"), ("지하철", "지하철로"), ("자전거", "자전거로")]
)
def test_the_means_takes_ro_after_a_vowel_and_after_rieul(means, together):
    spoken = said(clause("민수", "가", place="공원", means=means))[0]
    assert spoken == f"민수는 {together} 공원에 간다."


@pytest.mark.parametrize(("company", "together"), [("친구", "친구와"), ("사촌", "사촌과")])
def test_company_takes_wa_after_a_vowel_and_gwa_after_a_consonant(company, together):
    assert said(clause("민수", "수영하", company=company))[0] == f"민수는 {together} 수영한다."


@pytest.mark.parametrize(
    ("verb", "present"),
    [("자", "잔다"), ("쉬", "쉰다"), ("놀", "논다"), ("울", "운다"), ("웃", "웃는다")],
)
def test_the_present_ends_as_the_stem_asks(verb, present):
    assert said(clause("아이", verb))[0] == f"아이는 {present}."


@pytest.mark.parametrize(
    ("tense", "spoken"),
    [
        ("past", ("나는 편지를 썼다.", "I wrote a letter.")),
        ("present", ("나는 편지를 쓴다.", "I write a letter.")),
        ("future", ("나는 편지를 쓸 것이다.", "I will write a letter.")),
    ],
)
def test_there_are_three_tenses(tense, spoken):
    assert said(clause("나", "쓰", "편지", tense=tense)) == spoken


@pytest.mark.parametrize(
    ("who", "tense", "spoken"),
    [
        ("서아", "past", ("서아는 놀지 않았다.", "Seoa did not play.")),
        ("서아", "present", ("서아는 놀지 않는다.", "Seoa does not play.")),
        ("우리", "present", ("우리는 놀지 않는다.", "We do not play.")),
        ("서아", "future", ("서아는 놀지 않을 것이다.", "Seoa will not play.")),
    ],
)
def test_each_tense_is_negated(who, tense, spoken):
    assert said(clause(who, "놀", tense=tense, negated=True)) == spoken


@pytest.mark.parametrize(
    ("clause", "spoken"),
    [
        (clause("그녀", "가", place="집"), "She goes home."),
        (clause("그녀", "공부하"), "She studies."),
        (clause("그녀", "보", "영화"), "She watches a movie."),
        (clause("그녀", "씻", "과일"), "She washes fruit."),
        (clause("그녀", "사", "빵"), "She buys bread."),
        (clause("그녀", "치", "피아노"), "She plays the piano."),
        (clause("그녀", "기다리", "버스"), "She waits for the bus."),
        (clause("아이들", "가", place="집"), "The children go home."),
        (clause("나", "공부하"), "I study."),
    ],
)
def test_the_english_verb_agrees_with_who_does_it(clause, spoken):
    assert said(clause)[1] == spoken


def test_after_the_verb_english_mirrors_the_korean_order():
    at = clause("민수", "보", "영화", "극장", tense="past", time="어제", company="친구")
    assert said(at) == (
        "민수는 어제 극장에서 친구와 영화를 보았다.",
        "Minsu watched a movie with a friend at the theater yesterday.",
    )
    to = clause("민수", "가", place="공원", tense="past", time="어제", company="친구", means="버스")
    assert said(to) == (
        "민수는 어제 친구와 버스로 공원에 갔다.",
        "Minsu went to the park by bus with a friend yesterday.",
    )


@pytest.mark.parametrize(
    ("link", "tense", "spoken"),
    [
        (
            "while",
            "past",
            ("내가 노는 동안 아이는 빵을 만들었다.", "The child made bread while I played."),
        ),
        (
            "while",
            "future",
            ("내가 노는 동안 아이는 빵을 만들 것이다.", "The child will make bread while I play."),
        ),
        (
            "after",
            "past",
            ("내가 논 후에 아이는 빵을 만들었다.", "The child made bread after I played."),
        ),
        (
            "after",
            "present",
            ("내가 논 후에 아이는 빵을 만든다.", "The child makes bread after I play."),
        ),
    ],
)
def test_a_subordinate_clause_comes_first_in_korean_and_last_in_english(link, tense, spoken):
    first, second = clause("나", "놀", tense=tense), clause("아이", "만들", "빵", tense=tense)
    assert said(first, second, links=(link,)) == spoken


@pytest.mark.parametrize(
    ("verb", "place", "ongoing"),
    [("만들", "집", "만드는"), ("울", "집", "우는"), ("먹", "집", "먹는")],
)
def test_rieul_is_lost_while_something_goes_on(verb, place, ongoing):
    first = clause("삼촌", verb, place=place)
    assert said(first, clause("나", "쉬"), links=("while",))[0] == (
        f"삼촌이 집에서 {ongoing} 동안 나는 쉰다."
    )


def test_coordinate_clauses_keep_their_order_in_both_languages():
    first, second = (
        clause("나", "쉬", tense="past"),
        clause("그", "달리", tense="past", negated=True),
    )
    assert said(first, second, links=("but",)) == (
        "나는 쉬었지만 그는 달리지 않았다.",
        "I rested, but he did not run.",
    )


def test_one_person_who_does_both_is_named_once():
    first = clause("그", "쉬", tense="past", time="어제")
    second = replace(clause("그", "달리", tense="past", negated=True), elided=True)
    assert said(first, second, links=("but",)) == (
        "그는 어제 쉬었지만 달리지 않았다.",
        "He rested yesterday but did not run.",
    )


def test_who_does_both_can_do_both(told):
    both = [one for one in told if one.clauses[-1].elided]
    assert {one.links for one in both} == {("and",), ("but",)}
    assert all(one.clauses[1].scene.admits(one.clauses[0].who) for one in both)


def test_three_clauses_are_told_around_the_main_one():
    first, second = clause("나", "쉬", tense="past"), clause("그", "달리", tense="past")
    third = clause("아이", "자", tense="past")
    assert said(first, second, third, links=("and", "while")) == (
        "나는 쉬었고 그가 달리는 동안 아이는 잤다.",
        "I rested, and the child slept while he ran.",
    )
    assert said(first, second, third, links=("after", "but")) == (
        "내가 쉰 후에 그는 달렸지만 아이는 잤다.",
        "He ran after I rested, but the child slept.",
    )


# What fits together


def test_nobody_does_what_only_others_do(clauses):
    assert [clause for clause in clauses if not clause.scene.admits(clause.who)] == []


def test_no_child_does_what_grown_people_do(clauses):
    grown = {"커피", "차", "신문", "보고서", "표", "기자"}
    works = {"일하", "가르치", "요리하"}
    young = [clause for clause in clauses if "child" in clause.who.roles]
    assert young
    assert [one for one in young if one.scene.verb.stem in works] == []
    assert [one for one in young if one.thing and one.thing.korean in grown] == []


def test_only_children_play(clauses):
    players = {clause.who.korean for clause in clauses if clause.scene.verb.stem == "놀"}
    assert players == {"아이", "아이들"}


def test_the_present_tells_nothing_that_happens_but_once(clauses):
    now = [clause for clause in clauses if clause.tense == "present"]
    assert [one for one in now if one.scene.verb.stem == "심"] == []
    assert {one.thing.korean for one in now if one.thing}.isdisjoint(
        {"의자", "모자", "기자", "지도"}
    )


def test_everything_stands_where_and_when_it_fits(clauses):
    for clause in clauses:
        scene = clause.scene
        assert clause.thing in (scene.things or (None,))
        assert clause.place in (None, *scene.places)
        assert clause.means in (None, *scene.means)
        assert clause.time in (None, *scene.times)
        assert clause.tense in scene.tenses
        assert clause.time is None or clause.time.tense == clause.tense


def test_only_one_person_keeps_company_and_only_where_it_is_kept(clauses):
    together = [clause for clause in clauses if clause.company]
    assert together
    assert all(one.scene.together and "one" in one.who.roles for one in together)


def test_friends_neither_meet_a_friend_nor_go_with_one(clauses):
    friends = [clause for clause in clauses if clause.who.korean == "친구들"]
    words = {word.korean for one in friends for word in (one.thing, one.company) if word}
    assert words.isdisjoint({"친구", "사촌"})


def test_a_sentence_tells_of_different_people_and_verbs(told):
    for sentence in told:
        groups = [clause.who.group for clause in sentence.clauses if not clause.elided]
        verbs = [clause.scene.verb for clause in sentence.clauses]
        assert len(set(groups)) == len(groups)
        assert len(set(verbs)) == len(verbs)


def test_where_i_am_we_are_not(told):
    people = [{clause.who.korean for clause in one.clauses} for one in told]
    assert not any({"나", "우리"} <= who or {"아이", "아이들"} <= who for who in people)


def test_nothing_brief_lasts_while_something_else_happens(told):
    for first, link, second in _linked(told):
        assert link != "while" or not (first.scene.brief or second.scene.brief)


def test_of_linked_clauses_one_at_most_is_negated_and_only_beside_but(told):
    for first, link, second in _linked(told):
        assert first.negated + second.negated <= (link == "but"), link


def _linked(told):
    for one in told:
        yield from zip(one.clauses[:-1], one.links, one.clauses[1:], strict=True)


def test_no_habit_is_negated(clauses):
    assert not any(one.negated and one.time and one.tense == "present" for one in clauses)


# The pairs


def test_the_world_is_the_same_on_every_machine():
    rows = pairs("train", 100).itertuples(index=False)
    text = "\n".join(f"{one.korean}\t{one.english}\t{one.stage}" for one in rows)
    assert hashlib.sha256(text.encode()).hexdigest() == WORLD


def test_each_stage_has_as_many_different_pairs_as_asked_for(world):
    assert list(world.columns) == ["korean", "english", "stage"]
    assert world.stage.value_counts().to_dict() == dict.fromkeys(range(4), 1_000)
    assert not world.duplicated().any()


def test_there_are_more_than_a_hundred_thousand_pairs():
    # Of N pairs, two draws of n share n²/N where all are alike likely, and more where they are not.
    first, second = (pairs("train", 3_000, stages=[3], seed=seed) for seed in (0, 1))
    shared = set(first.english) & set(second.english)
    assert len(shared) < 3_000**2 / 100_000


def test_short_pairs_have_two_to_four_words_in_both_languages_and_others_more(world):
    lengths = [world[language].str.split().str.len() for language in ("korean", "english")]
    both = pandas.concat(lengths, axis=1)
    assert both.min(axis=None) == 2
    assert both[world.stage == 0].max(axis=None) == 4
    assert both[world.stage > 0].max(axis=1).min() > 4


def test_a_stage_is_the_number_of_clauses(world):
    links = world.english.str.count(r"\b(?:and|but|while|after)\b")
    assert (links + 1 == world.stage.clip(lower=1)).all()


def test_every_sentence_is_words_with_a_full_stop(world):
    assert world.korean.str.fullmatch(r"[가-힣]+( [가-힣]+)+\.").all()
    assert world.english.str.fullmatch(r"[A-Z][A-Za-z]*(,? [A-Za-z]+)+\.").all()


def test_no_particle_stands_after_the_wrong_sound(world):
    text = " ".join(world.korean)
    wrong = re.findall(r"(?:사과|우유|편지|영화|버스|기차|친구|커피)(?:을|과) ", text)
    wrong += re.findall(r"(?:빵|책|신문|그림|연극|사촌|삼촌)(?:를|와|는|가) ", text)
    wrong += re.findall(r"(?:버스|지하철|택시|기차|자전거)으로 ", text)
    assert wrong == []


def test_an_article_fits_the_sound_after_it(world):
    text = " ".join(world.english)
    assert re.findall(r"\b(?:a [aeiou]|an [^aeiou])\w*", text) == []


def test_korean_decides_its_english(world):
    assert world.groupby("korean").english.nunique().max() == 1


def test_the_splits_share_no_sentence_in_either_language_whatever_the_seeds(world, held_out):
    for language in ("korean", "english"):
        assert set(world[language]).isdisjoint(held_out[language])


def test_two_hundred_short_pairs_are_held_out_and_two_thousand_left_to_train_on(held_out):
    assert (held_out.stage == 0).sum() == 200
    assert len(pairs("train", 2_000, stages=[0])) == 2_000


@pytest.mark.slow
def test_no_sentence_stands_in_two_of_the_splits_that_models_are_compared_on():
    split = small_world.splits()
    assert {stage: len(rows) for stage, rows in split.held_out.groupby("stage")} == dict.fromkeys(
        small_world.STAGES, small_world.HELD_OUT
    )
    for language in ("korean", "english"):
        parts = [set(rows[language]) for rows in split]
        assert sum(map(len, parts)) == len(set().union(*parts))


def test_a_shorter_list_is_the_beginning_of_a_longer_one(world):
    two = world[world.stage == 2].reset_index(drop=True)
    assert pairs("train", 50, stages=[2]).equals(two[:50])


def test_another_seed_draws_others(world):
    assert not pairs("train", 50, stages=[2], seed=1).equals(pairs("train", 50, stages=[2]))


def test_no_pairs_are_a_table_with_its_columns():
    assert list(pairs("train", 0).columns) == ["korean", "english", "stage"]


def test_an_unknown_split_is_refused():
    with pytest.raises(ValueError, match="train, held_out, not 'test'"):
        pairs("test", 10)


def test_an_unknown_stage_is_refused():
    with pytest.raises(ValueError, match=r"\(0, 1, 2, 3\), not \[4\]"):
        pairs("train", 10, stages=[1, 4])


def test_a_negative_number_of_pairs_is_refused():
    with pytest.raises(ValueError, match="0 or more, not -1"):
        pairs("train", -1)


def test_more_pairs_than_a_stage_has_are_refused(monkeypatch):
    monkeypatch.setattr(small_world, "PATIENCE", 200)
    with pytest.raises(ValueError, match=r"stage 0 of 'held_out' has only about \d+ .* 1,000"):
        pairs("held_out", 1_000, stages=[0])
