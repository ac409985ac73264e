"""mlcurric.question.rubric: the lint warns of promises, and leaves honest limits alone."""

import pytest

from mlcurric.question.makers import text_question
from mlcurric.question.question import judge
from mlcurric.question.rubric import lint
from mlcurric.text import T, speaking


def ids(text: str) -> set[str]:
    return {found for found, _ in lint(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Ken, of 100 on the list 66 to 92 left, and it is not always right about the others.",
        "Ken, we cannot guarantee that the 66 to 92 of 100 come again next month.",
        "Ken, it isn't 100% certain: of 100 on the list 66 to 92 left.",
        "健さん、リストの100人のうち66〜92人が解約しましたが、必ずしも毎回そうなるとは言えません。",
        "健さん、リストの100人のうち66〜92人が解約しました。同じ結果は保証できませんので、電話の結果を残します。",
        "健さん、100人のうち66〜92人です。誰が解約するかを確実に知る方法はないので、見逃しは人が補います。",
    ],
)
def test_a_stated_limit_is_no_overclaim(text):
    assert ids(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ken, we guarantee that of 100 on the list 66 to 92 leave next month.", "overclaim"),
        ("Ken, the model is always right about the 100 customers on its list.", "overclaim"),
        ("健さん、このモデルなら100人の解約者を必ず見つけます。来月から安心してください。", "overclaim"),
        ("彩さん、リストの100人のうち30人は解約します。必ず得なので電話してください。", "overclaim"),
        ("Ken, of 100 on the list probably 66 to 92 will leave next month.", "maybe"),
        ("健さん、リストの100人のうち、おそらく66〜92人が来月解約するでしょう。", "maybe"),
        ("Ken, the list helps your team to call those first who are most likely to leave.", "no_number"),
        ("Of 100, 66.", "short"),
    ],
)
def test_what_a_reader_may_stumble_over(text, found):
    assert found in ids(text)


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("Silence was the cause of the delay of 5 weeks.", True),
        ("The price rise causes 3 of 10 to leave.", True),
        ("It goes with leaving; it does not cause it.", False),
        ("値上げが原因で10人中3人が解約します。", True),
        ("値上げが原因とは限りません。10人中3人です。", False),
        ("Because of the trial we know: 3 of 10.", False),
        ("35 more stayed because we called 600.", True),
        ("600人に電話したから、35人が残りました。", True),
        ("電話したお客様のうち35人が残りました。", False),
    ],
)
def test_a_cause_is_asked_for_its_proof(text, warned):
    assert ("cause" in ids(text)) == warned


@pytest.mark.parametrize("text", ["The accuracy is 92% of 1,000 customers.", "1,000人のお客様で、精度は92%でした。"])
def test_how_good_is_asked_of_how_many(text):
    assert "how_good" in ids(text)


def test_every_warning_is_said():
    question = text_question(
        name="letter", title=T("t", "t"), hints=(T("h", "h"),), why=T("w", "w"), weak=T("w", "w"), examples={}
    )
    with speaking("en"):
        said = judge(question, "Silence caused it, surely.").as_text()
    assert "very short" in said
    assert "no number" in said
    assert "“caused”" in said
    assert "“surely”" in said
