"""The list for a spreadsheet says what the page says: whom to contact or that nobody is, and what to expect on this list."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date, datetime
from types import SimpleNamespace as Some

import pytest
from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter
from report.findings import found

from mlcurric.report.page.page import title
from mlcurric.report.page.steps import do_now, what_to_do
from mlcurric.report.remark import Remark, Weight
from mlcurric.report.sheet import Told, above_of, cells_of, list_table, reasons_in_one, told_of
from mlcurric.subject.expectation import Counted, Decision
from mlcurric.subject.ranges import Range
from mlcurric.subject.workbooks import read_table, workbook
from mlcurric.text import LANGUAGES, T, speaking


def no_go():
    one = found()
    return replace(
        one,
        alone=frozenset(),
        promise=replace(one.promise, decision=Decision.NO_GO),
        plan=replace(one.plan, says=T("Contact nobody.", "誰にも連絡しません。"), choices=(), recommended=None),
    )


def in_excel(one) -> bytes:
    told, rows = told_of(one), one.at_risk.rows
    cells = [cells_of(row, told, one.alone, set()) | reasons_in_one(row, set()) for row in rows]
    texts = [{name: cell if isinstance(cell, str) else f"{cell:.12g}" for name, cell in each.items()} for each in cells]
    return workbook(list_table(rows, told, wide=False), texts, above_of(told))


def sheets(content: bytes):
    book = load_workbook(io.BytesIO(content))
    page, how = book.worksheets[:2]
    return page, [[cell.value for cell in row] for row in page], [cell.value for cell in how["A"]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_the_page_says_contact_nobody_the_file_says_it_everywhere(lang):
    """Its name, its heading and the foot of each sheet of paper said “Customers to contact first”."""
    nobody = {"en": "Contact nobody for now", "ja": "いまは誰にも連絡しない"}[lang]
    with speaking(lang):
        page, lines, how = sheets(in_excel(no_go()))
        assert nobody.lower() in str(title(no_go())).lower()
        csv = list_table(no_go().at_risk.rows, told_of(no_go()), wide=True)
    assert page.title == nobody
    assert page.oddFooter.left.text == nobody
    assert how[0] == nobody
    assert lines[0][1] == {"en": "Contact nobody.", "ja": "誰にも連絡しません。"}[lang]
    at = lines[2].index({"en": "contact?", "ja": "連絡"}[lang])
    assert {line[at] for line in lines[3:]} == {{"en": "not for now", "ja": "いまは連絡しない"}[lang]}
    assert "lot" in [column.name for column in csv.columns]
    assert not any("contact first" in str(cell) or "先に連絡" in str(cell) for line in lines for cell in line)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("named", [True, None])
def test_where_it_hangs_on_months_that_is_cleared_up_first_and_nothing_says_a_flat_no_go(lang, named):
    one = no_go()
    one = replace(
        one,
        request=replace(one.request, value="月謝"),
        promise=replace(one.promise, in_a_year=0.2, is_monthly=named, break_even=2.4, profit=None),
    )
    with speaking(lang):
        page, _, how = sheets(in_excel(one))
        first, heading = str(do_now(one)[0]), str(title(one))
    assert page.title == how[0] == {"en": "Contact nobody yet", "ja": "まだ誰にも連絡しない"}[lang]
    assert "月謝" in first
    assert {"en": "twelve months", "ja": "12か月分"}[lang] in first
    assert {"en": "for now", "ja": "いまは"}[lang] not in heading
    # With what is assumed it would not pay in a year either.
    assert not replace(one.promise, in_a_year=0.4).hangs_on_months
    leaning = replace(one.promise, decision=Decision.SMALL_ROUND, profit=Range(-9.0, 1.0), break_even=0.7)
    assert (leaning.hangs_on_months, leaning.months_matter) == (False, True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_points_stand_in_the_excel_file_and_add_up(lang):
    """The page said that the sums were in it, and they stood in the other file only."""
    with speaking(lang):
        _, lines, _ = sheets(in_excel(found()))
    head, row = lines[2], lines[3]
    rest, total = (
        row[head.index(each)]
        for each in {"en": ("everything else together", "sum of points"), "ja": ("そのほかすべての合計", "点の合計")}[
            lang
        ]
    )
    codes = found().at_risk.rows[0].codes
    assert (float(rest), float(total)) == (codes.rest, codes.points)
    assert float(total) == float(rest) + sum(each.points for each in codes.reasons)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whoever_has_only_the_file_is_told_what_to_clear_up_first_and_sees_no_mark_on_what_goes_with_staying(lang):
    grave = Remark("z", T("Bad.", "悪い。"), T("Mend it.", "直してください。"), weight=Weight.DANGER)
    one = replace(found(), remarks=(grave,), promise=replace(found().promise, shows=False))
    with speaking(lang):
        _, lines, how = sheets(in_excel(one))
        _, *marks = (cells_of(row, told_of(one), one.alone, set())["can act 3"] for row in one.at_risk.rows)
    firsts = [line[1] for line in lines if line[0] == {"en": "first", "ja": "先に"}[lang]]
    assert firsts[0] == {"en": "Mend it.", "ja": "直してください。"}[lang]
    assert {"en": "Then decide", "ja": "そのうえで、連絡するかどうかを決めます"}[lang] in firsts[1]
    assert {"en": "part 5 of the page", "ja": "ページの5"}[lang] in firsts[1]
    assert {"en": "If you do, contact", "ja": "連絡する場合は"}[lang] in lines[2][1]
    # Lines that explain nothing are not explained.
    assert not {"first", "do", "expect", "先に", "指示", "見込み"} & set(how)
    assert set(marks) == {""}
    reasons = [
        cell for line in lines for cell in line if isinstance(cell, str) and "tickets:" not in cell and "−" in cell
    ]
    assert reasons
    assert not any({"en": "undecided", "ja": "未定"}[lang] in cell for cell in reasons)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_reasons_beyond_the_fourth_stand_together_on_paper_and_apart_for_whoever_computes(lang):
    one = found()
    more = one.at_risk.rows[0].codes.reasons
    rows = tuple(
        replace(row, codes=replace(row.codes, reasons=(*row.codes.reasons, *more[:2]))) for row in one.at_risk.rows
    )
    one = replace(one, at_risk=replace(one.at_risk, rows=rows))
    with speaking(lang):
        _, lines, _ = sheets(in_excel(one))
        wide = [column.name for column in list_table(rows, told_of(one), wide=True).columns]
    cell = lines[3][lines[2].index({"en": "reasons from 5 on", "ja": "理由5以降"}[lang])]
    assert len(cell.split("\n")) == 2
    assert {"reason 6", "points 6", "can act 6"} <= set(wide)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_paper_a_line_ends_where_it_can_still_be_read_and_what_stands_above_does_too(lang):
    """Sixteen columns on the width of A4 came out at four points."""
    long = Remark("z", T("Bad.", "悪い。"), T("Mend it " * 40, "直してください。" * 20), weight=Weight.DANGER)
    with speaking(lang):
        page, lines, how = sheets(in_excel(replace(found(), remarks=(long,))))
    head = next(line for line in lines if {"en": "place", "ja": "順位"}[lang] in line)
    last = re.search(r"\$([A-Z]+)\$\d+$", page.print_area)[1]
    third, fourth = ({"en": f"reason {n}", "ja": f"理由{n}"}[lang] for n in (3, 4))
    at = column_index_from_string(last)
    assert head[at - 1] == third
    assert fourth in head[at:]
    # Type of 11 points, on 277 mm; a sign is some 1.9 mm wide.
    wide = sum(page.column_dimensions[get_column_letter(each)].width for each in range(1, at + 1))
    assert 11 * 277 / (1.9 * wide) >= 8
    assert any(third in str(sentence) for sentence in how)
    assert f"B1:{last}1" in map(str, page.merged_cells.ranges)
    assert page["B1"].alignment.wrap_text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_days_are_days_and_amounts_have_their_currency(lang):
    one = found()
    rows = tuple(replace(row, looked=date(2026, 1 + row.place % 3, 1), value=94.85) for row in one.at_risk.rows)
    one = replace(one, at_risk=replace(one.at_risk, rows=rows))
    with speaking(lang):
        page, lines, _ = sheets(in_excel(one))
    head = lines[2]
    worth = head.index({"en": "worth (¥)", "ja": "価値(¥)"}[lang])
    assert page.cell(4, worth + 1).number_format == "#,##0.00"
    # “価値(JPY)” stood above what the page calls yen.
    code = list_table(rows, replace(told_of(one), currency="USD"), wide=False)
    with speaking(lang):
        assert {"en": "worth ($)", "ja": "価値(ドル)"}[lang] in [str(column.heading) for column in code.columns]
    assert lines[3][head.index({"en": "looked at", "ja": "データの日付"}[lang])] == datetime(2026, 2, 1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_lot_has_its_column_even_if_it_has_hit_nobody(lang):
    one = found()
    drawn = replace(one, alone=frozenset(), plan=replace(one.plan, recommended=0))
    with speaking(lang):
        _, lines, _ = sheets(in_excel(drawn))
        _, without, _ = sheets(in_excel(replace(drawn, plan=replace(one.plan, recommended=None))))
    heading = {"en": "contact?", "ja": "連絡"}[lang]
    assert heading in lines[2]
    assert heading not in without[2]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_expected_on_this_list_and_what_to_do_stand_there_too_and_are_explained(lang):
    one = found()
    cut = Some(
        hits=Some(share=0.3),
        missed=Some(share=0.5),
        fewer=None,
        time=None,
        cut=Range(0.5, 1.0),
        next_look=None,
        of=100,
        usual=0.09,
    )
    with speaking(lang):
        _, lines, how = sheets(in_excel(replace(one, promise=replace(one.promise, evidence=cut))))
        _, plain, _ = sheets(in_excel(one))
    like, about, do = {
        "en": ("of 100 like this leave", "expected here, of 100", "what to do"),
        "ja": ("似た人100人中の解約(人)", "このリスト100人中の見込み(人)", "すること"),
    }[lang]
    head = lines[2]
    first = dict(zip(head, lines[3], strict=True))
    assert (first[like], first[about], first[do]) == (42, 30, "Do")
    assert {like, about, do} <= set(how)
    assert about not in plain[2]
    assert {"en": "about 41 would leave", "ja": "約41人"}[lang] in plain[1][1]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("wide", [True, False])
def test_where_forecasts_were_off_there_is_no_column_of_them(lang, wide):
    one = found()
    one.contest.trusted = False
    with speaking(lang):
        table = list_table(one.at_risk.rows, told_of(one), wide)
    assert {"like_this", "about"}.isdisjoint(column.name for column in table.columns)
    assert any("forecasts were off" in each.en for each in table.explains)


def test_what_stands_above_the_headings_does_not_keep_notes_from_being_read_again(tmp_path):
    path = tmp_path / "report.xlsx"
    one = found()
    table = list_table(one.at_risk.rows, told_of(one), wide=False)
    rows = [{"place": "1", "id": "K00001", "said": "calls back"}]
    path.write_bytes(workbook(table, rows, above_of(told_of(one))))
    ((_, cells),) = read_table(path, list_table(one.at_risk.rows, Told(), wide=True), "id").rows
    assert cells["said"] == "calls back"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_file_of_a_page_without_a_list_says_why_and_what_to_clear_up_and_explains_nothing_of_a_list(lang):
    """It said that forecasts had been off, which nobody had tried, and neither why there is no list nor what to do."""
    grave = Remark("z", T("Bad.", "悪い。"), T("Mend it.", "直してください。"), weight=Weight.DANGER)
    one = found(winner="nobody")
    one.contest.trusted = False
    one = replace(one, remarks=(grave,), at_risk=replace(one.at_risk, says=T("No list: luck.", "リストなし: 運。")))
    with speaking(lang):
        page, lines, how = sheets(in_excel(one))
    above = [line[1] for line in lines[:3]]
    assert above[0] == {"en": "Mend it.", "ja": "直してください。"}[lang]
    assert above[1] == {"en": "No list: luck.", "ja": "リストなし: 運。"}[lang]
    assert {"en": "“Ask these first” in part 5", "ja": "5章の「先に聞くこと」"}[lang] in above[2]
    assert page.title == how[0] == {"en": "No list this time", "ja": "今回はリストなし"}[lang]
    said = " ".join(filter(None, how))
    assert {"en": "No list: luck.", "ja": "リストなし: 運。"}[lang] in said
    for untrue in ("forecasts", "CRM", "points", "1 comes first", "予想した", "点", "1が先頭"):
        assert untrue not in said


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("of", [100, 1_000])
def test_where_few_leave_shares_and_points_are_of_as_many_and_the_files_say_of_how_many(lang, of):
    """3.5 of 100 stood beside +27 of 1,000, and nowhere what a point is."""
    one = found()
    codes = [
        replace(row.codes, of=of, risk=0.035, base_risk=0.008, points=round(of * 0.027)) for row in one.at_risk.rows
    ]
    rows = tuple(replace(row, risk=0.035, codes=each) for row, each in zip(one.at_risk.rows, codes, strict=True))
    one.contest.said_of = of
    one = replace(one, at_risk=replace(one.at_risk, rows=rows))
    told, said = told_of(one), f"{of:,}"
    with speaking(lang):
        headings = [str(column.heading) for column in list_table(rows, told, wide=True).columns]
        _, lines, how = sheets(in_excel(one))
    like = {"en": f"of {said} like this leave", "ja": f"似た人{said}人中の解約(人)"}[lang]
    assert like in headings
    assert {"en": f"sum of points (one is 1 of {said})", "ja": f"点の合計(1点={said}人中1人)"}[lang] in headings
    assert dict(zip(lines[2], lines[3], strict=True))[like] == round(of * 0.035 + 1e-9)
    a_point = {"en": f"one point is 1 of {said} customers", "ja": f"1点は「{said}人中1人」"}[lang]
    assert any(a_point in str(each) for each in how)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_file_speaks_of_itself_as_this_list(lang):
    with speaking(lang):
        _, lines, how = sheets(in_excel(found()))
    does = next(line[1] for line in lines if line[0] in ("do", "指示"))
    assert {"en": "in the order of this list", "ja": "このリストの上から順に"}[lang] in does
    assert not any("report.xlsx" in str(each) for each in (does, *how))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_nothing_tells_them_apart_nobody_goes_by_the_order_and_a_lot_is_no_judgement(lang):
    """Of 52 who fit a rule alike 12 were listed “in the order of the list”, and nobody heard of the other 40."""
    one = found()
    rows = tuple(replace(row, codes=replace(row.codes, points=20)) for row in one.at_risk.rows)
    one = replace(one, at_risk=replace(one.at_risk, rows=rows, of_alike=Counted(40, 52)))
    with speaking(lang):
        top, heading = str(what_to_do(one)), str(title(one))
        does, order = str(told_of(one).do), told_of(one).order_holds
        _, _, how = sheets(in_excel(one))
        short = str(what_to_do(replace(one, alone=frozenset())))
        everybody = replace(one, at_risk=replace(one.at_risk, could=40, of_alike=None))
        all_of_them = str(title(everybody))
    assert {"en": "40 of the 52 customers at the highest risk", "ja": "解約の見込みがいちばん高い52人のうち40人"}[
        lang
    ] in heading
    for said in (top, does):
        assert {"en": "in any order. ", "ja": "リストの30人に、順不同で連絡します。"}[lang] in said
        assert {"en": "12 others are exactly as likely to leave", "ja": "見込みがまったく同じ人は、ほかに12人"}[
            lang
        ] in said
        assert {"en": "in the order", "ja": "上から順に"}[lang] not in said
    assert {"en": "Contact the 40 customers of “report.xlsx”, in any order.", "ja": "40人に、順不同で"}[lang] in short
    assert any(
        {"en": "Contact in any order, but", "ja": "順不同で連絡します。ただし"}[lang] in str(each) for each in how
    )
    assert not order
    assert {"en": "All 40 customers:", "ja": "対象の40人全員。"}[lang] in all_of_them


def test_no_full_stop_stands_alone_on_a_line_of_a_narrow_cell():
    one = found()
    row = one.at_risk.rows[0]
    # The second one as people type it into a cell.
    first, second = (
        replace(reason, action=T(f"Do {n}{stop}", f"{n}を解決する{ja_stop}"), actionable=True)
        for n, stop, ja_stop, reason in zip((1, 2), (".", ""), ("。", ""), row.codes.reasons, strict=False)
    )
    row = replace(row, codes=replace(row.codes, reasons=(first, second)))
    for lang, does in (("ja", "1を解決する／2を解決する"), ("en", "Do 1; Do 2")):
        with speaking(lang):
            assert cells_of(row, told_of(one), one.alone, set())["action"] == does
