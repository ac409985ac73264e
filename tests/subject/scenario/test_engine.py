"""mlcurric.subject.scenario: the engine, the reader and the search for faults, on a small scenario made for it."""

from datetime import date

import pytest

from mlcurric.subject.scenario.engine import NoSuchOption, every_play, letters_of, play, plays_as_table
from mlcurric.subject.scenario.faults import find_faults
from mlcurric.subject.scenario.reader import ScenarioError, load_scenario, read_scenario, scenario_names
from mlcurric.text import speaking


def twins(key: str, text: str) -> str:
    return f'{key}.en = "{text}"\n{key}.ja = "{text}の"\n'


def option(scene: str, letter: str, **values: str) -> str:
    lines = "".join(f"{key} = {value}\n" for key, value in values.items())
    return f"[scene.{scene}.{letter}]\n{twins('says', letter)}{twins('reply', 'then')}{twins('note', 'why')}{lines}"


def scene(name: str, day: str, *options: str, more: str = "") -> str:
    head = f'[scene.{name}]\nside = "we"\nday = {day}\n{more}'
    return head + twins("title", name) + twins("text", name) + "".join(options)


HEAD = (
    "review = 2026-11-27\nminutes = 30\ntrust = 3\nmost_trust = 4\n"
    + twins("title", "toy")
    + twins("intro", "toy")
    + twins("minutes_are", "{n}")
    + '[side.we]\nfirst = "one"\n'
    + twins("name", "we")
    + twins("brief", "we")
    + '[unsaid.rule]\nside = "we"\nuntil = 2026-11-10\n'
    + twins("title", "rule")
    + twins("text", "rule")
    + twins("bites", "ouch")
    + '[unsaid.word]\nside = "we"\nuntil = 2026-11-20\n'
    + twins("title", "word")
    + twins("text", "word")
    + twins("bites", "ouch")
    + "[habit.polite]\n"
    + twins("says", "polite")
)
TAIL = (
    '[[belief]]\nside = "we"\nabout = "rule"\n'
    + twins("text", "b")
    + twins("why", "w")
    + "[[ending]]\nat_least = 2\n"
    + twins("title", "good")
    + twins("text", "good")
    + "[[ending]]\nat_least = 0\n"
    + twins("title", "bad")
    + twins("text", "bad")
)
ONE = scene(
    "one",
    "2026-11-02",
    option("one", "a", minutes="0", trust="1", habit='"polite"', next='"two"'),
    option("one", "b", minutes="20", surfaces='["rule"]', next='"two"'),
)
TWO = scene(
    "two",
    "2026-11-16",
    option("two", "a", minutes="0", trust="1"),
    option("two", "b", minutes="10", surfaces='["rule", "word"]'),
    option("two", "c", minutes="20", trust="-4", surfaces='["rule", "word"]', habit='"polite"'),
    more='needs = "rule"\notherwise = "three"\n',
)
THREE = scene(
    "three",
    "2026-11-17",
    option("three", "a", minutes="0"),
    option("three", "b", minutes="10", surfaces='["rule", "word"]'),
)


def toy(*scenes: str, head: str = HEAD, tail: str = TAIL):
    return read_scenario("toy", head + "".join(scenes or (ONE, TWO, THREE)) + tail)


def test_a_play_keeps_the_books():
    outcome = play(toy(), "bb")
    assert outcome.finished
    assert outcome.path == "bb"
    assert (outcome.minutes_left, outcome.trust, outcome.trust_after) == (0, 3, 3)
    assert dict(outcome.heard) == {"rule": date(2026, 11, 2), "word": date(2026, 11, 16)}
    assert outcome.steps[1].heard == ("word",)
    assert outcome.score == pytest.approx(1 * 3 / 4)
    assert outcome.ending.title.en == "good"
    assert outcome.habit is None


def test_what_is_heard_too_late_bites_as_what_is_never_heard():
    late, never = play(toy(), "ab"), play(toy(), "aa")
    assert late.steps[1].scene.id == "three"
    assert [thing.id for thing in late.in_time] == ["word"]
    assert [thing.id for thing in late.bitten] == ["rule"]
    assert late.trust == 4
    assert late.trust_after == 3
    assert late.score == pytest.approx(1 / 2 * 3 / 4)
    assert len(never.bitten) == 2
    assert never.score == 0
    assert never.ending.title.en == "bad"
    assert never.habit == "polite"


def test_trust_stays_between_its_ends():
    assert play(toy(), "ba").trust == 4
    with pytest.raises(NoSuchOption, match="takes 20 minutes, and 10 are left"), speaking("en"):
        play(toy(), "bc")
    assert play(toy(head=HEAD.replace("minutes = 30", "minutes = 60")), "bc").trust == 0


@pytest.mark.parametrize(
    ("path", "says"), [("x", "Letter 1 is “x”"), ("ad", "Letter 2 is “d”"), ("aaa", "this month has 2 choices")]
)
def test_a_letter_that_cannot_be_chosen_is_named(path, says):
    with pytest.raises(NoSuchOption) as caught, speaking("en"):
        play(toy(), path)
    assert says in caught.value.says.en


def test_an_unfinished_play_can_be_taken_up():
    first = play(toy(), "b")
    assert not first.finished
    assert first.scene.id == "two"
    assert first.choose("a") == play(toy(), "ba")
    assert set(first.affordable()) == {"a", "b"}


def test_every_play_is_each_path_once():
    paths = [outcome.path for outcome in every_play(toy())]
    assert paths == ["aa", "ab", "ba", "bb"]
    table = plays_as_table(toy())
    assert table["on_the_table"].tolist() == [0, 1, 1, 2]
    assert table["minutes"].tolist() == [0, 10, 20, 30]
    assert table["score"].tolist() == pytest.approx([outcome.score for outcome in every_play(toy())])


@pytest.mark.parametrize("typed", ["b, A", "ｂａ", " B-a ", "b a"])
def test_letters_are_read_as_people_type_them(typed):
    assert letters_of(typed) == "ba"


def test_a_sound_scenario_has_no_faults_but_those_it_has():
    assert find_faults(toy()) == ("we: there is never time for c in two.", "we: in two, b beats c in every account.")


@pytest.mark.parametrize(
    ("scenes", "fault"),
    [
        ((ONE, TWO.replace("minutes = 0", "minutes = 25").replace("minutes = 10", "minutes = 15"), THREE), "dead end"),
        ((ONE.replace('"two"', '"three"'), TWO, THREE), "nobody reaches the scene two"),
        ((ONE.replace("minutes = 20", "minutes = 0"), TWO, THREE.replace("minutes = 10", "minutes = 0")), "beats a"),
        ((ONE.replace('["rule"]', '["word"]'), TWO, THREE), "no path brings rule to the table in time"),
    ],
)
def test_faults_are_found(scenes, fault):
    assert any(fault in found for found in find_faults(toy(*scenes))), find_faults(toy(*scenes))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('intro.ja = "toyの"\n', "", "'intro' is to have en and ja"),
        ('intro.ja = "toyの"', 'intro.ja = " "', "a twin of 'intro' is empty"),
        ('next = "two"', 'next = "tow"', "there is no 'tow'; there are one, two, three"),
        ('["rule", "word"]', '["rules"]', "there is no 'rules'"),
        ("trust = -4", "truts = -4", "nothing is known of truts"),
        ("day = 2026-11-16", "day = 2026-11-02", "is not later"),
        ("day = 2026-11-17", "day = 2026-11-27", "is not later"),
        ("minutes = 30", 'minutes = "30"', "'minutes' is to be a int"),
        ('needs = "rule"\n', "", "go together"),
        ("at_least = 0", "at_least = 1", "the endings go from the best"),
        ('side = "we"\nabout', 'side = "you"\nabout', "there is no 'you'"),
        ("[scene.three.b]", "[scene.three.z]", "nothing is known of z"),
        ("review = ", "review ", "this is not TOML"),
        ('otherwise = "three"', 'otherwise = "two"', "'otherwise' leads back to two"),
        ("day = 2026-11-17", 'day = 2026-11-17\nneeds = "rule"\notherwise = "two"', "'otherwise' leads back to two"),
        ("day = 2026-11-17", "day = 2026-11-15", "'otherwise' leads to three, which is earlier than 2026-11-16"),
        ("minutes = 30", "minutes = 0", "minutes are above 0"),
        ("trust = 3\nmost_trust = 4", "trust = 5\nmost_trust = 4", "at most most_trust"),
        ("trust = 3\nmost_trust = 4", "trust = 0\nmost_trust = 0", "trust is above 0"),
        ("minutes = 20", "minutes = -20", "takes less than no minutes"),
    ],
)
def test_a_slip_in_the_file_is_named_with_its_place(old, new, says):
    text = HEAD + ONE + TWO + THREE + TAIL
    assert old in text
    with pytest.raises(ScenarioError, match="toy") as caught:
        read_scenario("toy", text.replace(old, new))
    assert says in str(caught.value)


def test_what_is_not_there_is_answered_with_what_is():
    with pytest.raises(KeyError, match="nobody-said"):
        load_scenario("nobody")
    with pytest.raises(KeyError, match="developers, researchers"):
        play(load_scenario("nobody-said"), "", "managers")
    assert scenario_names() == ("nobody-said", "one-head")
