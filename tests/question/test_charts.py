"""Kind C: the template runs, the first finding decides, and whatever is no chart gets a sentence of its own."""

import keyword

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.axes import Axes

from mlcurric.building.answers import template
from mlcurric.question.charts import HONEST, Chart, Slip, chart_question
from mlcurric.question.plain import Opaque, dumps, loads, to_plain
from mlcurric.question.question import judge
from mlcurric.question.verdict import Status
from mlcurric.subject import show_bars, use_style
from mlcurric.text import LANGUAGES, T, language, speaking


def stayed():
    return {
        str(T("e-mail", "メール")): (31, 50),
        str(T("phone call", "電話")): (64, 90),
        str(T("nobody called", "連絡なし")): (120, 200),
        str(T("a letter from the head of the department, signed by hand, with a voucher enclosed as well", "手紙")): (
            27,
            40,
        ),
    }


LABEL = T("customers who “stayed”", "残った顧客")
QUESTION = chart_question(
    name="repaired",
    title=T("Repair the chart", "グラフを直す"),
    points=3,
    form=Chart("stayed", stayed, given={"label": LABEL}),
    slips={
        "cut_axis": Slip({"starts_at": 50}, T("Start there.", "そこからです。")),
        "unsorted": Slip({"order": "given"}, T("Sort.", "並べましょう。")),
        "no_interval": Slip({"interval": False}, T("How sure?", "確かですか。")),
    },
    right=T("Honest.", "正直です。"),
    hints=(T("Look left.", "左を見ます。"), T("Zero.", "ゼロです。")),
    why=T("Length speaks.", "長さが語ります。"),
    data="none",
)


@pytest.fixture(params=LANGUAGES, autouse=True)
def lang(request):
    with speaking(request.param):
        use_style()
        yield request.param
    plt.close("all")


def verdict(answer):
    """As judged here, and on the far side of the channel that a hand-in's answers cross."""
    plain = to_plain(answer)
    here = judge(QUESTION, plain)
    assert judge(QUESTION, loads(dumps(plain))) == here
    return here


def drawn(**settings):
    return show_bars(stayed(), **{**HONEST, **settings}, label=LABEL)


def filled(lang, **values):
    """What the learner's cell yields once these settings stand in place of their dots."""
    names = QUESTION.form.above()
    code = template(QUESTION, lang)
    for name, value in values.items():
        code = "\n".join(
            line.replace("...", value, 1) if line.split() and line.split()[0] == name else line
            for line in code.splitlines()
        )
    exec(code, names)
    return names["repaired"]


def test_the_template_stands_as_a_learner_finds_it(lang):
    text = template(QUESTION, "en")
    assert text.splitlines()[:4] == [
        "# put a value in place of each “...”",
        "repaired = show_bars(",
        "    stayed,",
        "    starts_at = ... ,  # a number: where the axis begins",
    ]
    assert '    label     = "customers who “stayed”" ,' in text
    assert "# 「...」をひとつずつ値に置きかえる" in template(QUESTION, "ja")
    assert max(map(len, text.splitlines())) <= 88


def test_untouched_it_runs_and_is_not_attempted(lang):
    assert filled(lang) is ...
    assert verdict(...).status is Status.NOT_ATTEMPTED


def test_one_setting_after_the_other_earns_its_share(lang):
    steps = [
        ({"starts_at": "0"}, "unsorted", 1 / 3),
        ({"starts_at": "0", "order": '"largest"'}, "no_interval", 2 / 3),
        ({"starts_at": "0", "order": '"largest"', "interval": "True"}, None, 1),
        ({"order": '"smallest"'}, "cut_axis", 1 / 3),
        ({"starts_at": "55", "order": '"given"', "interval": "False"}, "cut_axis", 0),
    ]
    for values, found, share in steps:
        result = verdict(filled(lang, **values))
        assert result.misconception == found
        assert result.share == pytest.approx(share)
        assert (result.status is Status.PASSED) == (found is None)


def test_each_slip_has_its_diagnosis(lang):
    ids = ["cut_axis", "unsorted", "no_interval", "empty_axis", "other_data"]
    assert [one.id for one in QUESTION.misconceptions] == ids
    for one in QUESTION.misconceptions:
        result = verdict(one.wrong_answer())
        assert result.misconception == one.id
        # How much is empty is said with the learner's own number.
        assert str(one.says) in result.as_text() or one.id == "empty_axis"


def test_the_chart_survives_its_figure(lang):
    ax = drawn()
    plt.close("all")
    assert verdict(ax).status is Status.PASSED


def test_a_chart_of_one_language_is_right_in_the_other(lang):
    plain = to_plain(drawn())
    with speaking({"en": "ja", "ja": "en"}[lang]):
        assert judge(QUESTION, plain).status is Status.PASSED


def test_a_finding_that_nobody_foresaw_is_told_and_costs(lang):
    ax = drawn()
    ax.set_xlabel(str(T("churn rate", "解約率")))
    result = verdict(ax)
    assert result.misconception == "no_unit"
    assert result.share == pytest.approx(3 / 4)
    twin = drawn().twiny()
    twin.plot([1, 2], [0, 1])
    assert verdict(twin).misconception == "two_axes"


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: dict(list(rows.items())[1:]),
        lambda rows: {**rows, "more": (1, 2)},
        lambda rows: dict(zip(rows, list(rows.values())[::-1], strict=True)),
        lambda rows: {name: (hits, 2 * of) for name, (hits, of) in rows.items()},
        lambda rows: {name.upper() + "!": value for name, value in rows.items()},
    ],
)
def test_an_honest_chart_of_other_numbers_is_not_the_answer(change):
    result = verdict(show_bars(change(stayed()), interval=True, label=LABEL))
    assert (result.misconception, result.share) == ("other_data", 0)


@pytest.mark.parametrize("scale", [1, 100])
def test_an_engineer_may_draw_it_by_hand(scale):
    rows = sorted(stayed().items(), key=lambda row: row[1][0] / row[1][1])
    ax = plt.subplots()[1]
    values = [round(hits / of, 2) * scale for _, (hits, of) in rows]
    ax.bar([name for name, _ in rows], values, yerr=0.1 * scale)
    ax.set_ylabel(
        str(T("stayed (of 100)", "残った顧客(100人中)") if scale == 100 else T("share that stayed", "残った割合"))
    )
    assert verdict(ax).status is Status.PASSED
    assert verdict(ax.figure).status is Status.PASSED
    assert verdict((ax.figure, ax)).status is Status.PASSED


def junk():
    ax = plt.subplots()[1]
    return {
        "number": (3, "3"),
        "text": ("chart", "chart"),
        "true": (True, "True"),
        "none": (plt.show(), "None"),
        "empty list": ([], "[]"),
        "numbers": ([1, 2], "[1, 2]"),
        "names": ({"a": 1}, "{'a': 1}"),
        "library": (plt, "module"),
        "function": (show_bars, {"en": "brackets", "ja": "括弧"}),
        "plot": (ax.plot([1, 2]), "Line2D"),
        "line": (ax.lines[0], "Line2D"),
        "bars": (ax.bar([1], [2]), "BarContainer"),
        "text on a chart": (ax.set_title("x"), "Text"),
        "empty figure": (plt.figure(), {"en": "no chart in it", "ja": "グラフがありません"}),
        "two panels": (_two_panels(), "2"),
        "two charts": ([drawn(), drawn(interval=False)], "2"),
        "array": (plt.subplots(2)[1], "ndarray"),
        "table": (pd.DataFrame(), "DataFrame"),
        "forged": ({"kind": "chart", "bars": []}, "kind"),
    }


def _two_panels():
    figure, axes = plt.subplots(2)
    axes[0].bar([1], [2])
    return figure


@pytest.mark.parametrize("name", junk())
def test_what_is_no_chart_gets_a_sentence(name, lang):
    answer, says = junk()[name]
    result = verdict(answer)
    assert (result.status, result.misconception, result.share) == (Status.FAILED, None, 0)
    assert (says if isinstance(says, str) else says[lang]) in str(result.seen)
    assert "show_bars" in str(result.expected)


def test_an_empty_chart_is_not_the_answer():
    assert verdict(plt.gca()).misconception == "other_data"


def test_a_lying_chart_gains_nothing():
    class Honest(Axes):
        def get_xlim(self):
            return 0.0, 100.0

        def __eq__(self, other):
            return True

        __hash__ = Axes.__hash__

    figure = plt.figure()
    lie = Honest(figure, [0.1, 0.1, 0.8, 0.8])
    figure.add_axes(lie)
    assert verdict(lie).status is Status.FAILED

    class Bomb(Axes):
        @property
        def figure(self):
            raise RuntimeError

        @figure.setter
        def figure(self, value):
            pass

    assert isinstance(to_plain(Bomb.__new__(Bomb)), Opaque | dict)


@pytest.mark.parametrize("label", ["(" + " " * 2_000, "1" + " " * 2_000 + "=", "x" * 201])
def test_a_typed_description_that_no_chart_gives_is_no_chart(label):
    """Such a one kept the grader busy for minutes."""
    typed = to_plain(drawn())
    typed["x"]["label"] = label
    assert verdict(typed).status is Status.FAILED
    assert verdict(typed).share == 0
    assert "show_bars" in str(verdict(typed).expected)


def test_the_settings_are_those_of_the_function():
    assert all(name.isidentifier() and not keyword.iskeyword(name) for name in HONEST)
    assert verdict(show_bars(stayed(), **HONEST, label=LABEL)).status is Status.PASSED


@pytest.mark.parametrize(("start", "found"), [(-100, "empty_axis"), (-20, "empty_axis"), (-1, None), (0, None)])
def test_an_axis_far_below_zero_wastes_the_chart(start, found):
    seen = verdict(show_bars(stayed(), starts_at=start, order="largest", interval=True, label=LABEL))
    assert seen.misconception == found
    assert (seen.status is Status.PASSED) == (found is None)


def test_how_much_is_empty_is_said():
    said = verdict(show_bars(stayed(), starts_at=-100, order="largest", interval=True, label=LABEL))
    assert said.seen.en == "The axis starts at −100 and half the chart is empty."
    assert said.seen.ja == "軸が−100から始まり、半分が空いています。"
    assert 0 < said.share < 1
    assert "more than half" in verdict(show_bars(stayed(), **{**HONEST, "starts_at": -300}, label=LABEL)).seen.en


def drawn_by_hand(ranges, **strokes):
    values = sorted(((label, 100 * hits / of, of) for label, (hits, of) in stayed().items()), key=lambda row: row[1])
    _, ax = plt.subplots()
    ax.barh([row[0] for row in values], [row[1] for row in values], xerr=[ranges * row[1] for row in values], **strokes)
    ax.set(xlabel=f"{LABEL} (%)", xlim=(0, 100))
    return ax


def test_a_range_in_another_unit_or_that_nobody_sees_is_none():
    right = verdict(drawn_by_hand(0.2))
    assert right.status is Status.PASSED, right
    narrow = verdict(drawn_by_hand(0.002))
    assert narrow.misconception == "no_interval"
    assert {"en": "what its customers tell is about", "ja": "この人数からわかることの幅"}[language()] in str(
        narrow.seen
    )
    for unseen in ({"ecolor": "white"}, {"error_kw": {"elinewidth": 0}}, {"error_kw": {"alpha": 0}}):
        assert verdict(drawn_by_hand(0.2, **unseen)).misconception == "no_interval", unseen


def test_several_charts_by_name_are_told_as_several():
    _, by_name = plt.subplot_mosaic("AB")
    assert {"en": "There are 2 charts.", "ja": "グラフが2個あります。"}[language()] in str(verdict(by_name).seen)


def test_a_chart_that_was_taken_out_is_told_so():
    ax = drawn_by_hand(0.2)
    ax.remove()
    assert {"en": "taken out of its figure", "ja": "取り除かれて"}[language()] in str(verdict(ax).seen)
