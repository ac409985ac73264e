"""The report of a team's folder: three outputs and a front page, whole or of whatever there is, the same twice."""

import csv
import errno
import hashlib
import io
import os
import re
from dataclasses import replace

import pytest
from markupsafe import escape
from team_folder import fill, lay_out

from mlcurric.subject.board.files import board_text, read_board
from mlcurric.subject.ideathon.example import copy_example
from mlcurric.subject.ideathon.sheets import TEAM_SHEETS
from mlcurric.subject.team.words import WORDS as TEAM
from mlcurric.subject.typed import Slip
from mlcurric.subject.usecases.page_words import WORDS as LIST
from mlcurric.subject.usecases.workbook import read_use_cases, use_cases_text
from mlcurric.text import speaking
from mlcurric.workshop import browser, report
from mlcurric.workshop.browser import BrowserFailed, find_browser, undated
from mlcurric.workshop.check import check_and_print
from mlcurric.workshop.front_page import front_page
from mlcurric.workshop.reading import read_team_folder
from mlcurric.workshop.report import FRONT, make_report, report_and_print


def hashes(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("team")
    lay_out(folder)
    fill(folder)
    with speaking("ja"):
        return make_report(folder, pdf=False)


def test_the_three_outputs_and_the_front_page(made):
    names = {path.name for path in made.folder.iterdir()}
    assert names == set(made.files)
    assert made.files[0] == FRONT
    assert names >= {"use-cases.html", "use-cases.xlsx", "use-cases.csv", "survey.html"}
    assert names >= {"board.svg", "board.png", "board.pdf", "board-a4.pdf", "board.csv"}
    assert names >= {f"{name}.html" for name in ("method-last", "role-map", "raci", "pre-mortem", "plan")}


def test_the_front_page_says_what_was_decided_and_links_only_to_what_is_there(made):
    page = (made.folder / FRONT).read_text(encoding="utf-8")
    for said in (
        "U1 最初の30日",
        "固くありません",
        "U1とU2を比べると",
        "U5 更新の特別価格(24点で1位より高い。データがない)",
        "機械学習なしで始めるもの(ルールで足ります): U4 リーダーの異動",
        "部屋で選んだもの: U1 最初の30日",
        "次点: U2 過去の返事",
        "決め手: いまは、聞いてきた人しか手伝えていない",
        "見直す日: 2027年2月4日(木)",
        "2027年2月4日(木)",
        "2027年4月15日(木)",
        "2027-01-21",
        "★",
        "加藤",
    ):
        assert said in page
    links = re.findall(r'href="([^"]+)"', page)
    assert links
    assert all((made.folder / link).is_file() for link in links)
    assert "<script" not in page
    assert 'src="data:image/png' in page
    # What is left out is counted, and the days stand in their order.
    shown = re.search(r"<h3>困りごと.*?</ul>", page, re.DOTALL)[0].count("<li>")
    assert f"ほか{14 - shown}件は、ボードにあります。" in page
    days = re.findall(r"2027年(\d+)月(\d+)日", page[page.index("次の打ち合わせ") :])
    assert [tuple(map(int, day)) for day in days[:2]] == [(2, 4), (3, 8)]


def test_what_is_written_can_be_read_back(made):
    source = made.source.contents
    assert read_board(made.folder / "board.csv").board.notes == source.board.notes
    for name in ("use-cases.csv", "use-cases.xlsx"):
        assert read_use_cases(made.folder / name).sheet == source.cases


def test_the_same_folder_gives_the_same_files(made):
    before = hashes(made.folder)
    with speaking("ja"):
        make_report(made.folder.parent, pdf=False)
    assert hashes(made.folder) == before


def test_of_an_empty_folder_there_is_a_page_that_says_so(tmp_path, capsys):
    lay_out(tmp_path)
    with speaking("ja"):
        assert report_and_print(tmp_path, pdf=False) == 0
    assert [path.name for path in (tmp_path / "report").iterdir()] == [FRONT]
    page = (tmp_path / "report" / FRONT).read_text(encoding="utf-8")
    assert "まだないもの" in page
    assert "計画がまだありません" in page
    assert "まだ入っていないもの" in capsys.readouterr().out


def test_a_part_alone_is_enough_and_what_is_older_is_told(tmp_path):
    lay_out(tmp_path, lang="en")
    fill(tmp_path, "en")
    for path in (tmp_path / "ideathon").iterdir():
        if path.stem != "plan":
            path.unlink()
    for path in (tmp_path / "surveys").glob("answers-*"):
        path.unlink()
    old = tmp_path / "report" / "raci.html"
    old.parent.mkdir()
    old.write_text("old")
    with speaking("en"):
        made = make_report(tmp_path, pdf=False)
        assert set(made.files) == {FRONT, "plan.html", "plan.xlsx", "plan.csv"}
        assert "raci.html" in str(made.remarks[-1])
        assert old.read_text() == "old"


def test_a_folder_that_cannot_be_written_gets_a_sentence(tmp_path, capsys):
    lay_out(tmp_path)
    (tmp_path / "report").write_text("a file")
    assert report_and_print(tmp_path, pdf=False) == 2
    assert "report" in capsys.readouterr().err


def test_where_the_disk_is_full_the_report_before_stays_whole(tmp_path, monkeypatch):
    lay_out(tmp_path)
    fill(tmp_path)
    made = make_report(tmp_path, pdf=False)
    before = hashes(made.folder)
    board = tmp_path / "ideathon" / "board.csv"
    board.write_text(board_text(read_board(board).board.without(1)), encoding="utf-8")
    flushed = os.fsync
    calls = []

    def full(descriptor):
        calls.append(descriptor)
        if len(calls) > 12:
            raise OSError(errno.ENOSPC, "No space left on device")
        flushed(descriptor)

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Slip):
        make_report(tmp_path, pdf=False)
    assert len(calls) > 12
    assert hashes(made.folder) == before


def test_authors_are_told_one_by_one_and_an_empty_one_not_at_all(tmp_path):
    lay_out(tmp_path)
    fill(tmp_path)
    board = tmp_path / "ideathon" / "board.csv"
    found = read_board(board).board
    names = (", 彩", "佐藤、加藤", "、", "佐藤")
    notes = {id: replace(note, author=names[id % 4], role="") for id, note in found.notes.items()}
    board.write_text(board_text(replace(found, notes=notes)), encoding="utf-8")
    assert sorted(person.name for person in read_team_folder(tmp_path).people) == ["佐藤", "加藤", "彩"]


def test_a_sticky_of_html_is_shown_and_not_obeyed(tmp_path):
    lay_out(tmp_path)
    fill(tmp_path)
    board = tmp_path / "ideathon" / "board.csv"
    text = board.read_text(encoding="utf-8-sig").replace("契約が結ばれた", "<img src=x onerror=alert(1)>が結ばれた")
    board.write_text(text, encoding="utf-8")
    with speaking("ja"):
        page = front_page(read_team_folder(tmp_path), [])
    assert "&lt;img src=x" in page
    assert "<img src=x" not in page


def test_without_a_browser_the_pages_stay_pages(tmp_path, monkeypatch):
    lay_out(tmp_path)
    monkeypatch.setattr(report, "find_browser", lambda: None)
    with speaking("ja"):
        made = make_report(tmp_path)
    assert made.files == (FRONT,)
    assert "PDF" in str(made.remarks[0])


def test_a_browser_that_fails_is_told_once(tmp_path, monkeypatch):
    copy_example(tmp_path / "all", "ja")
    (tmp_path / "ideathon").mkdir()
    for name in ("plan.csv", "raci.csv"):
        (tmp_path / "all" / name).rename(tmp_path / "ideathon" / name)

    def fails(*_):
        raise BrowserFailed(browser.NO_BROWSER)

    monkeypatch.setattr(report, "find_browser", lambda: tmp_path / "chromium")
    monkeypatch.setattr(report, "print_pdf", fails)
    with speaking("ja"):
        made = make_report(tmp_path)
    assert made.remarks == (browser.NO_BROWSER,)
    assert not any(name.endswith(".pdf") for name in made.files)


def test_the_browser_that_is_named_is_taken_and_no_other(tmp_path, monkeypatch):
    own = tmp_path / "my-browser"
    monkeypatch.setenv(browser.BROWSER_VARIABLE, str(own))
    assert find_browser() is None
    own.write_text("")
    assert find_browser() == own
    with pytest.raises(BrowserFailed):
        browser.print_pdf(own, tmp_path / "page.html", tmp_path / "page.pdf")


def test_a_pdf_loses_its_hour_and_not_a_byte():
    made = b"%PDF /CreationDate (D:20270121170000+09'00') /ModDate (D:20270121170001+09'00')"
    assert len(undated(made)) == len(made)
    assert undated(made).count(b"20000101000000") == 2


@pytest.mark.skipif(find_browser() is None, reason="needs Chrome, Edge or Chromium")
def test_a_page_is_printed_the_same_twice(tmp_path, made):
    printed = []
    for number in (1, 2):
        pdf = tmp_path / f"{number}.pdf"
        browser.print_pdf(find_browser(), made.folder / FRONT, pdf)
        printed.append(pdf.read_bytes())
    assert printed[0].startswith(b"%PDF")
    assert printed[0] == printed[1]
    assert printed[0].count(b"/Type /Page\n") == 1


def test_what_cannot_be_read_is_not_said_to_be_missing(tmp_path, capsys):
    lay_out(tmp_path)
    fill(tmp_path)
    for name in ("plan", "board", "use-cases"):
        (tmp_path / "ideathon" / f"{name}.csv").write_bytes(b"\x00\x01" * 30)
    (tmp_path / "surveys" / "answers-after-2.csv").write_bytes(b"\x00\x01" * 30)
    with speaking("ja"):
        assert report_and_print(tmp_path, pdf=False) == 0
    page = (tmp_path / "report" / FRONT).read_text(encoding="utf-8")
    assert "まだありません" not in page
    assert "まだないもの" not in page
    assert page.count("読み込めなかったため、この報告書には入っていません。") == 3
    assert "answers-after-2.csv" not in page
    assert "mlcurric workshop check" not in page
    assert "answers-after-2.csv" in (tmp_path / report.FOR_MAKER).read_text(encoding="utf-8")
    out = capsys.readouterr().out
    assert "まだ入っていないもの" not in out
    assert "読めないので入れられなかったファイル" in out


def test_an_old_print_of_a_new_page_is_said_to_be_that(tmp_path):
    lay_out(tmp_path)
    fill(tmp_path)
    (tmp_path / "report").mkdir()
    for name in ("plan.pdf", "index.pdf", "raci.html"):
        (tmp_path / "report" / name).write_text("old")
    (tmp_path / "ideathon" / "raci.csv").unlink()
    with speaking("ja"):
        *_, prints, pages = make_report(tmp_path, pdf=False).remarks
    assert "index.pdf, plan.pdf" in prints.ja
    assert "--no-pdf" in prints.ja
    assert "raci.html" in pages.ja
    assert "plan" not in pages.ja


def test_the_survey_is_told_with_what_stands_in_the_way_and_the_wall_leads_to_the_board(made):
    page = (made.folder / FRONT).read_text(encoding="utf-8")
    assert "困りごとでいちばん多いのは「時間がない」" in page
    assert re.search(r'<a href="board.svg"><img class="wall"', page)


def test_more_turning_points_than_are_shown_are_counted(tmp_path):
    lay_out(tmp_path)
    fill(tmp_path)
    board = tmp_path / "ideathon" / "board.csv"
    found = read_board(board).board
    events = [note.id for note in found.of("event")][:7]
    board.write_text(
        board_text(replace(found, notes={id: replace(note, pivotal=id in events) for id, note in found.notes.items()}))
    )
    with speaking("ja"):
        page = front_page(read_team_folder(tmp_path), [])
    shown = re.search(r"<h3>ここを境に.*?</ul>.*?</p>", page, re.DOTALL)[0]
    assert shown.count("<li>") == 4
    assert "ほか3件は、ボードにあります。" in shown


def test_too_few_answers_are_not_said_to_be_none(tmp_path, capsys):
    lay_out(tmp_path)
    answers = tmp_path / "surveys" / "answers-after-3.csv"
    answers.write_text("チーム,これからやってみたい,次の一歩が決まっている\n大阪,4,5\n大阪,3,4\n", encoding="utf-8")
    with speaking("ja"):
        assert report_and_print(tmp_path, pdf=False) == 0
        assert check_and_print(tmp_path) == 0
    assert "回答が3人未満" in (tmp_path / "report" / FRONT).read_text(encoding="utf-8")
    out = capsys.readouterr().out
    assert out.count("アンケート(回答が3人未満)") == 2
    assert "まだ何も記入されていません" not in out


def test_a_second_report_after_one_late_answer_holds_back_what_would_tell_on_it(tmp_path, capsys):
    lay_out(tmp_path)
    fill(tmp_path)
    page = tmp_path / "report" / "survey.html"
    answers = tmp_path / "surveys" / "answers-3.csv"
    with speaking("ja"):
        make_report(tmp_path, pdf=False)
        assert "理解は2.3から4.0に上がりました" in page.read_text(encoding="utf-8")
        lines = answers.read_text(encoding="utf-8-sig").rstrip("\n").split("\n")
        late = lines[-1].split(",")
        late[1], late[3] = "late@example.com", "おくれて"
        answers.write_text("\n".join([*lines, ",".join(late)]), encoding="utf-8")
        for _ in range(2):
            make_report(tmp_path, pdf=False)
            held = page.read_text(encoding="utf-8")
            assert "伏せた集計があります" in held
            assert "上がりました" not in held
        check_and_print(tmp_path)
        assert "前の報告書から1〜2人だけ増減" in capsys.readouterr().out
        # Nobody has seen it: then it is made again.
        page.unlink()
        make_report(tmp_path, pdf=False)
        assert "上がりました" in page.read_text(encoding="utf-8")


def test_that_there_is_one_report_is_said_in_the_check_and_on_the_page(made, capsys):
    with speaking("ja"):
        check_and_print(made.folder.parent)
    assert "最後の回答がそろってから一度だけ" in capsys.readouterr().out
    assert "最後の回答がそろってから一度だけ" in (made.folder / "survey.html").read_text(encoding="utf-8")


def test_a_damaged_survey_file_is_told_and_a_form_without_answers_is_not(tmp_path, capsys):
    lay_out(tmp_path)
    fill(tmp_path)
    damaged = tmp_path / "surveys" / "answers-after-3.csv"
    head = (tmp_path / "surveys" / "answers-3.csv").read_text(encoding="utf-8-sig").split("\n")[0]
    for text, code in ((head, 0), ("junk", 1)):
        damaged.write_text(text, encoding="utf-8")
        with speaking("ja"):
            assert check_and_print(tmp_path) == code
    assert "answers-after-3.csv: " in capsys.readouterr().out


def test_two_long_days_break_on_a_phone(made):
    """“Wednesday 24 February 2027 – Wednesday 10 March 2027” on one line is wider than 390 px."""
    page = (made.folder / FRONT).read_text(encoding="utf-8")
    narrow = page[page.index("@media (max-width: 38rem) { .two") :].split("\n")[0]
    assert "td b { white-space: normal; }" in narrow


def test_hotspots_with_most_dots_come_first(tmp_path):
    fill_in = tmp_path / "ideathon"
    fill_in.mkdir()
    copy_example(fill_in, "ja")
    path = fill_in / "board.csv"
    board = read_board(path).board
    last = board.of("hotspot")[-1]
    dotted = replace(board, notes={**board.notes, last.id: replace(last, dots=5)})
    path.write_text(board_text(dotted), encoding="utf-8")
    with speaking("ja"):
        page = front_page(read_team_folder(tmp_path), [])
    answered = re.findall(r"<li><b>(★?H\d+)</b>", page)
    others = [tag for tag in answered if "★" not in tag]
    assert others[0] == last.tag
    assert "●×5" in page


def test_the_room_s_choice_comes_before_the_ranking(tmp_path):
    fill_in = tmp_path / "ideathon"
    fill_in.mkdir()
    copy_example(fill_in, "ja")
    path = fill_in / "use-cases.csv"
    cases = read_use_cases(path).sheet
    cases = cases.put(replace(cases["U1"], chosen="")).put(
        replace(cases["U2"], chosen="chosen", decided_by="すぐ始まる")
    )
    path.write_text(use_cases_text(cases), encoding="utf-8")
    with speaking("ja"):
        page = front_page(read_team_folder(tmp_path), [])
    assert page.index("部屋で選んだもの: U2 過去の返事") < page.index("1位: U1 最初の30日")
    assert "決め手: すぐ始まる。" in page
    assert cases["U2"].target_user in page


def test_a_meeting_whose_day_cannot_be_read_and_its_hour_stand_on_the_front_page(tmp_path):
    fill_in = tmp_path / "ideathon"
    fill_in.mkdir()
    copy_example(fill_in, "ja")
    path = fill_in / "plan.csv"
    text = path.read_text(encoding="utf-8-sig")
    path.write_text(text.replace("2027-02-04", "2/4 10時").replace("2027-04-15", "4月中"), encoding="utf-8")
    with speaking("ja"):
        page = front_page(read_team_folder(tmp_path), [])
    assert "2027年2月4日(木) 10時" in page
    assert "4月中(日付として読めません)" in page


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_is_to_be_mended_stands_beside_the_report_and_on_none_of_its_pages(tmp_path, capsys, lang):
    lay_out(tmp_path, lang=lang)
    fill(tmp_path, lang)
    sheets = tmp_path / "ideathon"
    for name in TEAM_SHEETS:
        path = next(path for path in sheets.iterdir() if path.stem == name)
        head, *rows = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
        texts = {"who_acts": "", "watcher": "", "owner": "", "hours": "", "rule_enough": "yes"}
        path.write_text(head + _emptied(rows, texts), encoding="utf-8")
    with speaking(lang):
        contents = read_team_folder(tmp_path).contents
        found = {name: TEAM_SHEETS[name].findings(contents.sheet(name), contents.board) for name in TEAM_SHEETS}
        assert sum(map(bool, found.values())) >= 4
        assert report_and_print(tmp_path, pdf=False) == 0
        told = (tmp_path / "report-for-the-maker.txt").read_text(encoding="utf-8-sig")
        for name, findings in found.items():
            page = (tmp_path / "report" / f"{name}.html").read_text(encoding="utf-8")
            for each in findings:
                assert str(each.says) in told
                assert escape(str(each.says)) not in page
            assert not any(str(words) in page for words in (LIST["clashes"], LIST["asks"], TEAM["clashes"]))
    assert "report-for-the-maker.txt" in capsys.readouterr().out


def _emptied(rows, texts):
    """Lines of a CSV with other texts in some of its columns."""
    notes = [row for row in rows if row.startswith(("#", '"#'))]
    read = csv.DictReader(io.StringIO("".join(rows[len(notes) :])))
    out = io.StringIO()
    writer = csv.DictWriter(out, read.fieldnames, lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, **{name: text for name, text in texts.items() if name in row}} for row in read)
    return "".join(notes) + out.getvalue()
