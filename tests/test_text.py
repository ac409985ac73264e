"""mlcurric.text: both twins always, and the language from where it was told."""

import pytest

from mlcurric.text import LANGUAGE_VARIABLE, T, closed, language, language_of_machine, listed, run_on, speak, speaking


def test_str_picks_the_language_when_it_is_shown():
    greeting = T("hello", "こんにちは")
    with speaking("ja"):
        assert str(greeting) == "こんにちは"
    with speaking("en"):
        assert str(greeting) == "hello"


@pytest.mark.parametrize(("en", "ja"), [("", "あ"), ("a", ""), ("a", "  "), ("a", None)])
def test_a_missing_twin_is_refused(en, ja):
    with pytest.raises(ValueError, match="twin is missing"):
        T(en, ja)


def test_format_fills_both_twins_and_nests():
    inner = T("days", "日")
    text = T("{n} {unit}", "{n}{unit}").format(n=3, unit=inner)
    assert text == T("3 days", "3日")


def test_lists_and_sentences_are_joined_as_each_language_joins_them():
    parts = T("One.", "ひとつ。"), T("Two.", "ふたつ。")
    assert listed(parts) == T("One., Two.", "ひとつ。、ふたつ。")
    assert run_on(part for part in parts) == T("One. Two.", "ひとつ。ふたつ。")
    assert listed([]) == T("none", "なし")
    assert listed(parts[:1]) == run_on(parts[:1]) == parts[0]


def test_an_unknown_language_is_named_with_those_there_are():
    with pytest.raises(ValueError, match="'fr' is not one of en, ja"):
        speak("fr")


def test_speaking_goes_back_even_after_an_error():
    before = language()
    with pytest.raises(RuntimeError), speaking("ja"):
        raise RuntimeError
    assert language() == before


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({LANGUAGE_VARIABLE: "ja", "LANG": "en_US.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LC_ALL": "C.UTF-8", "LANG": "ja_JP.UTF-8"}, "en"),
        ({LANGUAGE_VARIABLE: "fr", "LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_language_of_machine(monkeypatch, variables, expected):
    for name in (LANGUAGE_VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language_of_machine() == expected


@pytest.mark.parametrize("end", ["7", '"about 7"', 'ex.check("hits")', "[1, 2]", "リフト"])
def test_what_ends_in_something_to_be_typed_gets_a_full_stop_where_another_sentence_follows(end: str):
    open_end, other = T("Write it: 7.", f"書いてください: {end}"), T("Then run.", "実行します。")
    assert run_on(closed((open_end, other))).ja == f"書いてください: {end}。実行します。"
    assert closed((other, open_end)) == [other, open_end]
