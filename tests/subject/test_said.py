"""What a few words say: nothing, anybody, a method; and what only looks like it."""

import pytest

from mlcurric.subject.said import is_anybody, is_method_alone, is_none, names_method


@pytest.mark.parametrize(
    "text",
    [
        *("なし(ルールで十分)", "なし。ルールで全部わかる", "まだない(4月から記録)", "画像はまだ撮っていない", "なし"),
        *("none: the rule sees all", "Nothing, because the rule is enough", "None (yet)", "none yet.", "–", ""),
    ],
)
def test_none_is_read_with_its_reason(text):
    assert is_none(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "なし。ただし紙で10年分",
            "なし(一部の店を除く。POSは以外にあり)",
            "3年分(正解なし)",
            "2019年から。正解はなし",
        ),
        *("ない場合もある", "なし崩し的に使っている", "(株)ヒノキの注文データ", "・3年分の記録"),
        *("none but paper files", "None of the above", "no-show records since 2020", "N/A品の記録"),
    ],
)
def test_what_there_is_is_not_taken_for_none(text):
    assert not is_none(text)


@pytest.mark.parametrize(
    "text", ["users", "an employee", "End-users", "お客様", "エンドユーザ", "一般ユーザー", "ユーザーたち", "担当"]
)
def test_anybody_is_nobody_in_particular(text):
    assert is_anybody(text)


@pytest.mark.parametrize(
    "text", ["users of the app in May", "新人の営業", "客室係", "担当者の加藤さん", "お客様サポートの当番"]
)
def test_somebody_in_particular_is_not_anybody(text):
    assert not is_anybody(text)


def test_a_method_is_named_or_stands_alone():
    assert names_method("AIで楽になる")
    assert names_method("a neural network")
    assert not names_method("email, maintain, Shanghai")
    assert is_method_alone("generative AI")
    assert not is_method_alone("AIで、止まったチームの見込みを見積もる")
