"""Headings that people changed: near ones are guessed and told, others are named with what is missing, own columns stay."""

import pytest
from openpyxl import load_workbook

from mlcurric.subject.headings import NEAR, likeness
from mlcurric.subject.team.plan90 import read_plan
from mlcurric.subject.team.raci import read_raci
from mlcurric.subject.usecases.usecase import UseCase, UseCaseList
from mlcurric.subject.usecases.workbook import (
    METHOD_LAST,
    USE_CASES,
    read_use_cases,
    use_cases_text,
    use_cases_workbook,
)
from mlcurric.subject.workbooks import read_table
from mlcurric.text import speaking

LIST = UseCaseList(
    (
        UseCase("U1", "並べ替え", target_user="加藤", problem="急ぎが埋もれる", feasibility=4, urgency=5, obstacles="人手", board="H1"),
        UseCase("U2", "下書き", target_user="彩", problem="書き直し", feasibility=2, urgency=3, obstacles="なし", board="H2"),
    )
)  # fmt: skip


@pytest.fixture
def renamed(tmp_path):
    """The list in Excel, in Japanese, with some headings changed."""

    def changed(names, also=lambda page: None):
        with speaking("ja"):
            (tmp_path / "u.xlsx").write_bytes(use_cases_workbook(LIST))
        book = load_workbook(tmp_path / "u.xlsx")
        for cell in book.active[4]:
            cell.value = names.get(cell.value, cell.value)
        also(book.active)
        book.save(tmp_path / "u.xlsx")
        return tmp_path / "u.xlsx"

    return changed


def said(reading):
    return [str(fault.says_all.ja) for fault in reading.faults]


def test_a_heading_stands_for_the_column_in_whose_place_it_stands_and_this_is_told(renamed):
    found = read_use_cases(renamed({"対象ユーザー": "困っている人", "実現しやすさ": "できそう度"}))
    assert found.sheet == LIST
    way_out = "の列として読みました。違うときは見出しを直してください。"
    assert said(found) == [
        f"4行目: 見出し「困っている人」は「対象ユーザー」{way_out}",
        f"4行目: 見出し「できそう度」は「実現しやすさ」{way_out}",
    ]


def test_two_neighbours_that_were_renamed_keep_their_order(renamed):
    found = read_use_cases(renamed({"ユースケース名": "やりたいこと", "対象ユーザー": "だれ?"}))
    assert found.sheet == LIST
    assert len(found.faults) == 2


@pytest.mark.parametrize(
    ("name", "heading"),
    [("緊急度", "緊急性"), ("対象ユーザー", "対象ユーザ"), ("課題", "課題(つらさ)"), ("ボードの付箋", "付箋の番号")],
)
def test_a_heading_that_is_alike_is_read_wherever_it_stands(renamed, name, heading):
    def move(page):
        at = next(cell.column for cell in page[4] if cell.value == heading)
        for line in range(4, 7):
            page.cell(line, 40).value = page.cell(line, at).value
        page.delete_cols(at)

    found = read_use_cases(renamed({name: heading}, move))
    assert found.sheet == LIST
    assert [f"「{heading}」は「{name}」の列として" in told for told in said(found)] == [True]


def test_a_line_broken_within_a_heading_is_nothing_to_tell(renamed):
    found = read_use_cases(renamed({"対象ユーザー": "対象\nユーザー"}))
    assert (found.sheet, found.faults) == (LIST, ())


def test_a_merged_heading_leaves_the_next_column_without_one(renamed):
    found = read_use_cases(renamed({"課題": None}))
    assert found.sheet == LIST
    assert said(found) == [
        "4行目: 左から4列目に見出しがありません。「課題」の列として読みました。違うときは見出しを書いてください。"
    ]


def test_what_holds_other_things_is_no_guess(renamed):
    """A score is no text: a column of one's own in the place of one that was taken out."""

    def fill(page):
        at = next(cell.column for cell in page[4] if cell.value == "締切")
        page.cell(5, at).value, page.cell(6, at).value = "2月末", "3月"

    found = read_use_cases(renamed({"緊急度": "締切"}, fill))
    assert [case.urgency for case in found.sheet] == [None, None]
    assert [case.more for case in found.sheet] == [{"締切": "2月末"}, {"締切": "3月"}]
    assert said(found) == [
        (
            "4行目: この表にない見出しがあります: 「締切」。見つからない列があります: 「緊急度」。"
            "あてはまる列があれば、見出しをその名前に直してください。独自の列なら、そのまま残ります。"
        ),
    ]


def test_what_may_be_two_columns_is_not_guessed(tmp_path):
    (tmp_path / "u.csv").write_text("番号,ユースケース名,スポンサ\nU1,並べ替え,\n", encoding="utf-8")
    found = read_use_cases(tmp_path / "u.csv")
    assert found.sheet.cases[0].sponsor_name == ""
    assert said(found)[0] == (
        "1行目: 見出し「スポンサ」が「スポンサーの本気度」「スポンサー(名前)」のどれなのか、決められません。"
        "あてはまる列の名前に直してください。"
    )


def test_own_columns_are_kept_when_the_list_is_written_again(renamed, tmp_path):
    def add(page):
        page.cell(4, 40).value, page.cell(5, 40).value = "担当部署", "サポート"

    found = read_use_cases(renamed({}, add))
    assert said(found) == ["4行目: この表にない見出しがあります: 「担当部署」。独自の列として、そのまま残します。"]
    (tmp_path / "again.csv").write_text(use_cases_text(found.sheet), encoding="utf-8")
    again = read_use_cases(tmp_path / "again.csv").sheet
    assert again == found.sheet
    assert again["U1"].more == {"担当部署": "サポート"}


def test_many_missing_columns_are_one_sentence(tmp_path):
    (tmp_path / "u.csv").write_text("番号,ユースケース名\nU1,並べ替え\n", encoding="utf-8")
    (told,) = said(read_use_cases(tmp_path / "u.csv"))
    assert told.startswith("1行目: 見つからない列があります: 「対象ユーザー」「課題」")
    assert "「緊急度」ほか25列。空欄として読みました。" in told


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        ("作業,彩,健,いつまで,備考", ["見出し「いつまで」は「いつまでに」の列として"]),
        ("作業,彩,健,〆切,備考", ["見出し「〆切」は「いつまでに」の列として"]),
        ("作業,彩,健,〆切,ひとこと", ["「〆切」「ひとこと」。見つからない列があります: 「いつまでに」「備考」。"]),
        ("作業,彩,健,いつまでに,備考", []),
    ],
)
def test_a_person_in_a_raci_table_is_no_heading_that_is_not_known(tmp_path, headings, told):
    text = f"{headings}\nラベル,A,R,2027-02-05,電話で\n画面,C,AR,2027-02-09,\n"
    (tmp_path / "r.csv").write_text(text, encoding="utf-8")
    found = read_raci(tmp_path / "r.csv")
    assert found.sheet.people == ("彩", "健")
    assert [part in one for part, one in zip(told, said(found), strict=True)] == [True] * len(told)
    assert (found.sheet.tasks[0].by is None) == ("ひとこと" in headings)


def test_the_column_that_is_needed_may_be_guessed_too(tmp_path):
    text = "期,日付,終わる日,種類,やる内容,できあがるもの,責任者\n30,1月21日,,,試す,,健\n"
    (tmp_path / "p.csv").write_text(text, encoding="utf-8")
    found = read_plan(tmp_path / "p.csv")
    assert (found.sheet.steps[0].what, found.sheet.steps[0].day.isoformat()) == ("試す", "2027-01-21")


@pytest.mark.parametrize("table", [USE_CASES, METHOD_LAST])
def test_no_column_is_near_to_another(table):
    """Or one that is missing would be read from another's heading."""
    for one in table.columns:
        for other in table.columns:
            if one is not other and not (one.between or other.between):
                assert likeness(str(one.heading.ja), other) < NEAR + 0.25, (one.name, other.name)


def test_a_formula_without_its_result_and_an_error_are_told(renamed):
    def compute(page):
        at = next(cell.column for cell in page[4] if cell.value == "緊急度")
        page.cell(5, at).value = "=2+3"
        page.cell(6, 3).value, page.cell(6, 3).data_type = "#N/A", "e"

    found = read_use_cases(renamed({}, compute))
    assert sorted(said(found)) == [
        "5行目: 「緊急度」の数式(=2+3)に、計算結果が入っていません。Excelで開いて保存し直すか、値を書いてください。空欄として読みました。",
        "6行目: 「対象ユーザー」が、計算エラー(#N/A)になっています。数式を直すか、値を書いてください。空欄として読みました。",
    ]


def test_many_formulas_of_a_column_are_one_sentence(renamed):
    def compute(page):
        at = next(cell.column for cell in page[4] if cell.value == "緊急度")
        page.cell(5, at).value = page.cell(6, at).value = "=2+3"

    (told,) = said(read_use_cases(renamed({}, compute)))
    assert told.startswith("5行目: 「緊急度」の数式(=2+3など2か所)に、計算結果が入っていません。")


def test_numbers_and_days_typed_as_text_are_read(renamed):
    def fill(page):
        at = next(cell.column for cell in page[4] if cell.value == "緊急度")
        page.cell(5, at).value = "５"

    found = read_use_cases(renamed({}, fill))
    assert (found.sheet["U1"].urgency, found.faults) == (5, ())


def test_two_sheets_with_the_list_are_told(renamed):
    path = renamed({})
    book = load_workbook(path)
    book.copy_worksheet(book.worksheets[0]).title = "一覧の控え"
    book.save(path)
    assert said(read_use_cases(path)) == [
        (
            "4行目: シート「一覧の控え」にも同じ見出しの表があります。「MLユースケース一覧」を読みました。"
            "ひとつだけ残し、ほかは別のファイルに移してください。"
        ),
    ]


def test_long_texts_and_html_come_through(renamed):
    def fill(page):
        page.cell(5, 4).value = "長" * 10_000
        page.cell(6, 4).value = "<script>alert(1)</script>"

    found = read_table(renamed({}, fill), USE_CASES, "name")
    assert [cells["problem"] for _, cells in found.rows] == ["長" * 10_000, "<script>alert(1)</script>"]


def doubled(page):
    """A second column “value”, right of everything."""
    at = page.max_column + 1
    for line, value in ((4, "価値"), (5, 1), (6, 2)):
        page.cell(line, at).value = value


def test_of_two_columns_with_one_heading_the_first_is_read_the_other_kept_and_both_told(renamed, tmp_path):
    def both(page):
        first = next(cell.column for cell in page[4] if cell.value == "価値")
        page.cell(5, first).value = 5
        doubled(page)

    found = read_use_cases(renamed({}, both))
    assert [case.value for case in found.sheet] == [5, None]
    assert "「価値」の列がいくつもあります。左から18列目を読みました。" in [fault.says.ja for fault in found.faults]
    assert [dict(case.more) for case in found.sheet] == [{"価値 (2)": "1"}, {"価値 (2)": "2"}]
    (tmp_path / "again.csv").write_text(use_cases_text(found.sheet), encoding="utf-8")
    assert read_use_cases(tmp_path / "again.csv").sheet.cases == found.sheet.cases


def test_of_two_columns_with_one_heading_an_empty_one_gives_way(renamed):
    found = read_use_cases(renamed({}, doubled))
    assert [case.value for case in found.sheet] == [1, 2]
    assert not any("2つ" in fault.says.ja for fault in found.faults)


def test_cells_that_slipped_beyond_the_headings_are_told_by_their_line_and_kept(tmp_path):
    path = tmp_path / "u.csv"
    path.write_text("id,name,problem\nU1,並べ替え,急ぎ\nU2,下書き,返事が遅い, 今週は特に\n", encoding="utf-8")
    found = read_use_cases(path)
    (told,) = [fault for fault in found.faults if "見出しのない列" in fault.says.ja]
    assert (told.line, "今週は特に" in told.says.ja) == (3, True)
    assert "今週は特に" in found.sheet["U2"].more.values()


def test_what_stands_too_far_away_is_told_and_counts_as_lost(renamed):
    def far(page):
        page.cell(30_000, 2).value = "遠い"
        page.cell(5, 300).value = "もっと遠い"

    found = read_use_cases(renamed({}, far))
    (told,) = [fault for fault in found.faults if fault.lost]
    assert "KN5 など2か所は離れすぎていて、読んでいません。" in str(told.says.ja)
    assert len(found.sheet) == 2


def test_of_two_headings_that_mean_one_column_the_plainer_is_read_and_the_other_kept_and_told(tmp_path):
    path = tmp_path / "use-cases.csv"
    path.write_text("id,ユースケース,name\nU1,あとで,最初の30日\n", encoding="utf-8")
    found = read_use_cases(path)
    (case,) = found.sheet.cases
    assert (case.name, dict(case.more)) == ("最初の30日", {"ユースケース (2)": "あとで"})
    assert "見出し「name」と「ユースケース」は同じ意味の列なので、「name」のほうを読みました" in said(found)[0]
    assert "「ユースケース (2)」として残してあります" in said(found)[0]
