"""mlcurric.question.choices: an option is named by its letter, or as it is called; a part of it hears its letter."""

import pytest

from mlcurric.curriculum import lessons
from mlcurric.question.choices import read_letters
from mlcurric.question.question import judge
from mlcurric.question.verdict import Verdict
from mlcurric.questions import question_set
from mlcurric.questions.lesson_3_1.kinds import which_paper
from mlcurric.text import LANGUAGES, T, speaking

PAPERS = next(iter(which_paper.form.fields.values())).form.options
OPTIONS = {
    "a": T("event: it happened", "イベント: 起きたこと"),
    "b": T("policy: what always follows", "ポリシー: 必ずすること"),
    "c": T("other: a", "ほか: い"),
    "d": T("other: b", "ほか: ろ"),
}


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("ポリシー", ["b"]), ("「ポリシー」", ["b"]), ("Policy", ["b"]), ("ポリシー：", ["b"]), ("policy: what always follows.", ["b"]),
        ("a. c. d.", ["a", "c", "d"]), ("(c) (a)", ["c", "a"]), ("c) a)", ["c", "a"]), ("c: a", ["c", "a"]), ("ｃ.　ａ.", ["c", "a"]),
        ("イベント、ポリシー", ["a", "b"]), ("event and policy", ["a", "b"]), ("a, ポリシー", ["a", "b"]), ("b", ["b"]),
    ],
)  # fmt: skip
def test_an_option_is_read_by_its_name(typed, letters):
    assert read_letters(typed, OPTIONS) == letters


@pytest.mark.parametrize("typed", [True, "はい", "Y", "yes", "ＹＥＳ"])
def test_a_yes_in_a_runbook_is_read_as_anywhere_else(typed):
    runbook = next(question for question in question_set("2-6").graded if question.name == "runbook")
    assert runbook.form.fields["ask_first"].form.read(typed) == "yes"


@pytest.mark.parametrize(
    ("typed", "lang", "sentence"),
    [
        ("起きたこと", "ja", "選択肢 a です"),
        ("always", "en", "in the option “a”: write"),
        ("ほか", "ja", "次の中から"),
        ("x", "en", "Type one of these"),
        ("in a lway", "en", "Type one of these"),
    ],
)
def test_a_part_of_one_option_hears_its_letter_and_a_part_of_several_hears_all(typed, lang, sentence):
    with speaking(lang):
        found = read_letters(typed, OPTIONS)
        assert isinstance(found, Verdict)
        assert sentence.replace("“a”", "“b”") in found.as_text()


def test_the_papers_of_the_wall_are_known_by_name():
    right = {"reminder": "ポリシー", "stayed_away": "event", "mondays": "ホットスポット", "second_patient": "コマンド", "screen": "information"}  # fmt: skip
    assert judge(which_paper, right).share == 1
    with speaking("ja"):
        assert "記号の p を" in judge(which_paper, {**right, "reminder": "決まりごと"}).as_text()


def choices():
    for lesson in lessons():
        for question in question_set(lesson.id).all:
            forms = [question.form, *(field.form for field in getattr(question.form, "fields", {}).values())]
            for form in forms:
                if hasattr(form, "options"):
                    yield question.name, form.options


def names_of(label: T) -> set[str]:
    texts = {getattr(label, lang) for lang in LANGUAGES}
    return texts | {text.replace("：", ":").partition(":")[0] for text in texts}


def test_in_every_question_an_option_is_read_by_its_name_unless_another_shares_it():
    tried = 0
    for question, options in choices():
        for letter, label in options.items():
            for name in names_of(label):
                tried += 1
                shared = [other for other, text in options.items() if name in names_of(text)]
                found = read_letters(name, options)
                assert found == [letter] if shared == [letter] else isinstance(found, Verdict), (question, name)
    assert tried > 1_000
