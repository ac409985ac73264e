"""The words that tie two forms together: one word in two scripts, slips of the pen, and nothing of it on the page for all."""

import csv
import io
from datetime import date

import pytest

from mlcurric.subject.surveys.answers import read_answers
from mlcurric.subject.surveys.forms import survey_items
from mlcurric.subject.surveys.report import render_report
from mlcurric.subject.surveys.results import find_results
from mlcurric.subject.surveys.sounds import folded
from mlcurric.text import speaking

MARKED = [item.asks.ja for item in survey_items(3) if item.kind == "motivation"]


def read(folder, before, after, team="大阪"):
    """Answers of people with these words; a word after a slash is of another team."""
    for name, words in (("before", before), ("after-3", after)):
        rows = [["チーム", "合い言葉", *MARKED]]
        for at, word in enumerate(words):
            word, _, other = word.partition("/")
            rows.append([other or team, word, *[str(1 + (at + place) % 5) for place in range(len(MARKED))]])
        out = io.StringIO()
        csv.writer(out).writerows(rows)
        (folder / f"answers-{name}.csv").write_text(out.getvalue(), encoding="utf-8")
    return read_answers(*sorted(folder.glob("*.csv"), reverse=True))


def told(answers):
    return [each for each in answers.faults if "合い言葉" in each.fault.says.ja]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("しろ", "シロ"),
        ("ｼﾛ", "しろ"),
        ("コタロウ", "こたろー"),
        ("おおかみ", "オーカミ"),
        ("けいこ", "ケーコ"),
        ("MIKE", "ｍｉｋｅ"),
    ],
)
def test_one_word_in_two_scripts_is_one_person(tmp_path, one, other):
    answers = read(tmp_path, [one, "たこ", "うめ"], [other, "たこ", "うめ"])
    assert told(answers) == []
    codes = [{each.code for each in answers.responses if each.stage == stage} for stage in (0, 3)]
    assert codes[0] == codes[1]
    assert len(codes[0]) == 3


@pytest.mark.parametrize(("one", "other"), [("しろ", "くろ"), ("はな", "はなこ"), ("ここ", "こう"), ("しろ", "しろう")])
def test_another_word_is_another_person(one, other):
    assert folded(one) != folded(other)


def test_two_scripts_on_one_form_are_two_people(tmp_path):
    answers = read(tmp_path, ["しろ", "シロ", "うめ"], ["しろ", "シロ", "うめ"])
    assert len(answers.responses) == 6
    assert {each.code for each in answers.responses} == {"しろ", "シロ", "うめ"}


def test_what_does_not_match_is_named_with_the_line_to_mend(tmp_path):
    answers = read(tmp_path, ["コタロウ", "ぽち", "うめ", "たこ"], ["コタロ", "", "うめ", "たこ"])
    (one,) = told(answers)
    assert one.asks
    assert (one.file, one.fault.line) == ("answers-after-3.csv", 2)
    assert "前だけにある合い言葉: コタロウ、ぽち。あとだけ: コタロ、合い言葉なし1件。" in one.fault.says.ja
    assert "answers-after-3.csv の2行目を「コタロウ」に" in one.fault.way_out.ja
    assert "コタロウ、ぽち" not in one.fault.says.en.replace("コタロウ, ぽち", "")


def test_who_came_later_or_left_is_no_slip(tmp_path):
    assert told(read(tmp_path, ["うめ", "たこ", "ぽち"], ["うめ", "たこ"])) == []
    assert told(read(tmp_path, ["うめ", "たこ"], ["うめ", "たこ", "ぽち"])) == []
    assert told(read(tmp_path, ["うめ", "たこ", "ぽち"], ["うめ", "たこ", "きりん"])) == []
    assert told(read(tmp_path, ["うめ", "たこ", ""], ["うめ", "たこ", ""])) == []


def test_who_left_out_the_word_is_told_of(tmp_path):
    (one,) = told(read(tmp_path, ["うめ", "たこ", "しろ"], ["うめ", "たこ", ""]))
    assert "前だけにある合い言葉: しろ。あとだけ: 合い言葉なし1件。" in one.fault.says.ja
    assert not one.asks


def test_words_of_two_teams_are_not_compared(tmp_path):
    answers = read(tmp_path, ["うめ", "コタロウ"], ["うめ", "コタロウ", "コタロ/電話"])
    assert told(answers) == []


def test_the_examples_word_is_nobodys_in_any_script(tmp_path):
    answers = read(tmp_path, ["みかん", "ミカン", "うめ"], ["うめ", "たこ", "きく"])
    assert [each.code for each in answers.responses if each.stage == 0] == ["", "", "うめ"]


def test_no_word_stands_on_the_page_for_all(tmp_path):
    answers = read(tmp_path, ["コタロウ", "ぽち", "うめ", "たこ"], ["コタロ", "", "うめ", "たこ"])
    with speaking("ja"):
        page = render_report(find_results(answers), date(2027, 1, 21))
    assert not any(word in page for word in ("コタロ", "ぽち", "うめ", "たこ"))
