"""mlcurric.glossary: one word for one thing, in both languages, as the lessons write it."""

import json
import re
from pathlib import Path

import pytest

from mlcurric import questions
from mlcurric.curriculum import START_HERE, content, exercise_path, lesson_path, lessons
from mlcurric.glossary import Term, find, in_order, terms
from mlcurric.text import LANGUAGES, speaking

TERMS = [pytest.param(term, id=term.term.en) for term in terms()]
PAGES = {lesson.id: lesson for lesson in lessons()}
# What the field calls by several names, and what beginners take for something else.
FORBIDDEN = {
    "離脱": "解約",
    "混合行列": "混同行列",
    "情報漏えい": "リーク",
    "情報漏洩": "リーク",
    "無関心層": "働きかけても解約",
}
_BARE_PRECISION = re.compile(r"精度")


def sources() -> dict[str, str]:
    """Every source of the lessons and of their questions, by its path."""
    paths = [path for folder in ("notebooks", "exercises") for path in (content() / folder / "source").rglob("*.md")]
    paths += Path(questions.__file__).parent.rglob("*.py")
    return {path.name: path.read_text(encoding="utf-8") for path in paths}


def shown(lesson_id: str, lang: str) -> str:
    """What a learner reads in a lesson and its exercise."""
    paths = [content() / "notebooks" / lang / f"{START_HERE}.ipynb"]
    if lesson_id != START_HERE:
        lesson = PAGES[lesson_id]
        paths = [content() / "notebooks" / lang / lesson_path(lesson)]
        paths += [content() / "exercises" / lang / exercise_path(lesson)] * lesson.has_exercise
    cells = [cell for path in paths for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]
    return "\n".join("".join(cell["source"]) for cell in cells)


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_term_stands_in_the_lesson_that_it_names(term: Term, lang: str):
    page = shown(term.lesson, lang).lower()
    own = re.sub(r" ?\(.*\)", "", getattr(term.term, lang)).lower()
    # On a Japanese page English words stand in the code; they prove nothing.
    also = [word.lower() for word in term.also if word.isascii() == (lang == "en")]
    # “hit” is not in “white”; Japanese parts no words.
    begins = r"\b" if lang == "en" else ""
    assert any(re.search(begins + re.escape(word), page) for word in (own, *also)), f"{own} is not in {term.lesson}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lessons_use_the_words_of_the_glossary(lang):
    for path, text in sources().items():
        for word, instead in FORBIDDEN.items():
            assert word not in text, f"{path}: write {instead} for {word}"


def test_no_text_says_accuracy_by_a_word_that_could_mean_precision():
    for path, text in {**sources(), "glossary.csv": "\n".join(str(term) for term in terms())}.items():
        assert not _BARE_PRECISION.search(text), f"{path}: 正解率, 適合率 or 再現率"


def test_no_term_stands_there_twice():
    for lang in LANGUAGES:
        words = [getattr(term.term, lang).casefold() for term in terms()]
        assert sorted(set(words)) == sorted(words)
        meanings = [getattr(term.meaning, lang) for term in terms()]
        assert len(set(meanings)) == len(meanings)


@pytest.mark.parametrize("term", TERMS)
def test_a_meaning_is_one_plain_sentence_in_its_language(term: Term):
    assert term.meaning.en.count(".") == 1
    assert term.meaning.en.endswith(".")
    assert len(term.meaning.en) <= 130
    assert term.meaning.ja.endswith("。")
    assert term.meaning.ja.count("。") <= 2
    assert len(term.meaning.ja) <= 60
    assert not re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", term.term.en + term.meaning.en)


@pytest.mark.parametrize("term", TERMS)
def test_a_reading_is_hiragana_with_long_vowels_written_out(term: Term):
    assert re.fullmatch(r"[ぁ-ゖ]+", term.reading)


def test_each_language_has_its_own_order():
    with speaking("en"):
        english = [term.term.en.casefold() for term in in_order()]
    assert english.index("accuracy") < english.index("base rate") < english.index("lift") < english.index("uplift")
    with speaking("ja"):
        japanese = [term.term.ja for term in in_order()]
    assert [word for word in japanese if word.startswith("リ")] == ["リーク", "リードタイム", "リフト"]
    assert japanese.index("空振り") < japanese.index("観測日") < japanese.index("機械学習") < japanese.index("モデル")


@pytest.mark.parametrize(
    ("word", "found"),
    [
        *((word, "lift") for word in ("lift", "LIFT", " Lift ", "リフト", "ﾘﾌﾄ", "りふと")),
        *((word, "ranking score (AUC)") for word in ("AUC", "ＡＵＣ", "順位付け", "ranking score")),
        *((word, "cut-off") for word in ("cutoff", "cut off", "threshold", "しきい値")),
        *((word, "leak") for word in ("リーク", "りーく", "leakage")),
        ("precisoin", "precision"),
        ("ベースレト", "base rate"),
        ("the uplift", "uplift"),
    ],
)
def test_a_word_is_found_in_either_language_and_in_any_dress(word, found):
    assert find(word)[0].term.en == found


@pytest.mark.parametrize("word", [term.values[0].term for term in TERMS], ids=str)
def test_every_term_finds_itself_first(word):
    for lang in LANGUAGES:
        assert find(getattr(word, lang))[0].term == word


@pytest.mark.parametrize("word", ["", " ", "?!", "ー", "xyzzy", "量子コンピューター"])
def test_what_is_not_there_is_not_found(word):
    assert find(word) == []
