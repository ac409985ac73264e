"""mlcurric.notebook.pages: the three pages in a notebook, from what each lesson saved to the files."""

from __future__ import annotations

import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from IPython.utils.capture import capture_output
from subject.product.examples import CLASHING, CLINIC, HALF, SCHOOL

from mlcurric.notebook.pages import show_pages
from mlcurric.notebook.progress import Progress
from mlcurric.subject.product import Page
from mlcurric.text import speaking

pytestmark = pytest.mark.usefixtures("notebook")

TITLE = {"en": "Do we need ML?", "ja": "機械学習は必要か"}
OPEN = 'from mlcurric import exercise\nex = exercise("1-8", lang="en")'


def save(work: Path, files: dict[str, dict[str, str]]) -> None:
    (work / "my-product").mkdir(exist_ok=True)
    for lesson, lines in files.items():
        (work / "my-product" / f"{lesson}.json").write_text(json.dumps(lines), encoding="utf-8")


def shown(work: Path | None, lang: str = "en") -> tuple[str, str]:
    """What a reader sees, as plain text and as HTML."""
    with speaking(lang), capture_output() as captured:
        show_pages(work)
    data = [output.data for output in captured.outputs]
    return tuple("\n".join(one.get(f"text/{kind}", "") for one in data) for kind in ("plain", "html"))


def written(work: Path) -> dict[Page, str]:
    paths = {page: work / "my-product" / f"{page}.html" for page in Page}
    return {page: path.read_text(encoding="utf-8") for page, path in paths.items() if path.exists()}


class Links(HTMLParser):
    """The targets of the links, and the pages inside the previews."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.previews: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.targets.append(dict(attributes)["href"])
        elif tag == "iframe":
            self.previews.append(dict(attributes)["srcdoc"])


@pytest.mark.parametrize(("files", "lang"), [(CLINIC, "en"), (SCHOOL, "ja")])
def test_a_full_product_gives_three_pages(files, lang, desk):
    save(desk, files)
    text, _ = shown(desk, lang)
    assert "18" in text
    assert {"en": "ready", "ja": "そろっています"}[lang] in text
    assert {"en": "ML may pay", "ja": "割に合うかもしれません"}[lang] in text
    assert "○" not in text
    assert "≠" not in text
    pages = written(desk)
    assert set(pages) == set(Page)
    assert all(f'<html lang="{lang}">' in html and files["1-8"]["product"] in html for html in pages.values())


def test_half_a_product_says_what_is_open_and_in_which_line_and_lesson(desk):
    save(desk, HALF)
    text, html = shown(desk)
    for words in ("(owner · 1-5)", "(rule_hits_of_100 · 1-3)", "whom could you ask tomorrow", "(product)"):
        assert words in text
    assert "“0.3”: write how many of 100" in text
    assert "<code>owner · 1-5</code>" in html
    assert "Not yet" in text


def test_what_does_not_fit_is_named_with_the_way_out(desk):
    save(desk, CLASHING)
    text, html = shown(desk)
    assert (
        "≠ Cannot stand as it is: Owner: “everybody”. What belongs to everybody, nobody does. Write one name. (owner · 1-5)"
        in text
    )
    assert "? Is that meant?" in text
    assert "kept_high, hits_high · 1-5" in html
    assert "to mend: 2" in text


@pytest.mark.parametrize(
    ("changes", "en", "ja"),
    [
        (
            {"1-5": {"success_low": ""}},
            "Not yet: lines are open on the expectation sheet (success_low).",
            "まだ決められません: 期待値すり合わせシートに空いた行があります(success_low)。",
        ),
        (
            {"1-5": {"success_low": ""}, "1-4": {"contact_cost": ""}},
            "on the expectation sheet and this page (success_low, contact_cost)",
            "期待値すり合わせシートとこのページに空いた行があります(success_low, contact_cost)",
        ),
        (
            {"1-5": {"hits_low": "45"}},
            "Not yet: some lines on the expectation sheet cannot stand as they are (hits_low, hits_high).",
            "期待値すり合わせシートに、このままでは成り立たない行があります(hits_low, hits_high)。",
        ),
        (
            {"1-3": {"list_size": "at least 40"}},
            "Not yet: a number on the expectation sheet has no upper end (list_size).",
            "期待値すり合わせシートに、上限のない数があります(list_size)。",
        ),
    ],
)
def test_a_verdict_that_waits_is_not_ready_and_says_where(changes, en, ja, desk):
    save(desk, {lesson: {**lines, **changes.get(lesson, {})} for lesson, lines in CLINIC.items()})
    for lang, words, ready in (("en", en, "ready"), ("ja", ja, "そろっています")):
        (line,) = [line for line in shown(desk, lang)[0].splitlines() if line.startswith(str(TITLE[lang]))]
        assert words in line
        assert ready not in line


def test_what_an_open_line_asks_stays_in_the_notebook(desk):
    save(desk, HALF)
    text, html = shown(desk)
    assert "○ Open: Somebody will ask what happens to the missed ones. (missed_ones · 1-3)" in text
    assert "Somebody will ask" in html
    assert all("Somebody will ask" not in page for page in written(desk).values())


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_both_views_say_the_same(lang, desk):
    save(desk, CLASHING)
    text, html = shown(desk, lang)
    plain = re.sub(r"<[^>]+>", "", re.sub(r'srcdoc="[^"]*"', "", html)).replace("&#x27;", "'").replace("&quot;", '"')
    assert len(text.splitlines()) > 15
    for line in text.splitlines():
        said = re.sub(r"^\s*[≠?○·]\s[^:]*:\s", "", line).rsplit(" (", 1)[0]
        assert said.rsplit(": ", 1)[-1] in plain, said


def test_links_lead_from_the_notebook_to_the_files(desk, monkeypatch):
    save(desk, CLINIC)
    lessons = desk / "en" / "1-tomorrow"
    lessons.mkdir(parents=True)
    monkeypatch.chdir(lessons)
    links = Links(shown(desk)[1])
    assert {Path(unquote(target)).resolve() for target in links.targets} == {
        (desk / "my-product" / f"{page}.html").resolve() for page in Page
    }
    assert all(not Path(target).is_absolute() for target in links.targets)
    assert links.previews == list(written(desk).values())


def test_no_path_of_the_machine_is_shown(desk):
    save(desk, CLINIC)
    assert str(desk) not in "".join(shown(desk))
    assert all(str(desk) not in html for html in written(desk).values())


def test_what_is_written_on_the_capstone_holds_before_the_lesson(desk, notebook):
    save(desk, HALF)
    notebook.run(OPEN)
    said = notebook.run('ex.take_back(owner="Mara Lindqvist", kpi="22 empty hours", list_size="")\nex.pages()')
    assert "(owner" not in said
    html = written(desk)[Page.SHEET]
    assert "Mara Lindqvist" in html
    assert "22 empty hours" in html
    assert "fewer empty hours" not in html
    assert ">40<" in html
    assert json.loads((desk / "my-product" / "1-5.json").read_text(encoding="utf-8")) == HALF["1-5"]
    assert "lesson 1-5 says: fewer empty hours" in shown(desk)[1]
    notebook.run('ex.take_back(kpi="-")\nex.pages()')
    assert "22 empty hours" not in written(desk)[Page.SHEET]


def test_no_line_at_all_shows_what_waits_and_writes_nothing(desk):
    text, _ = shown(desk)
    assert "Nothing is collected yet" in text
    assert "0 of 18 lines" in text
    assert written(desk) == {}
    assert Progress.of(desk).done() == set()


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_outside_a_learners_folder_it_says_what_the_pages_are_made_of(lang, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text, _ = shown(None, lang)
    assert "make lab" in text
    assert "1-3, 1-5" in text
    assert [path.name for path in tmp_path.iterdir()] in ([], ["ipython"])


def test_the_lesson_is_done_once_its_pages_are_made(desk):
    save(desk, HALF)
    shown(desk)
    shown(desk)
    events = [event for event in Progress.of(desk).events() if event["exercise"] == "1-8"]
    assert [(event["question"], event["event"]) for event in events] == [("pages", "made")]


def test_a_damaged_file_is_named_and_the_rest_is_used(desk):
    save(desk, CLINIC)
    (desk / "my-product" / "1-6.json").write_text('{"reader": "x', encoding="utf-8")
    text, _ = shown(desk)
    assert "my-product/1-6.json cannot be read" in text
    assert "0 of 8 lines" in text
    assert "18 of 18 lines" in text


def test_a_page_that_cannot_be_written_is_said_and_leaves_no_scraps(desk):
    save(desk, CLINIC)
    (desk / "my-product" / f"{Page.SHEET}.html").mkdir()
    text, _ = shown(desk)
    assert "could not be saved" in text
    assert [path.name for path in (desk / "my-product").iterdir() if path.name.startswith(".")] == []
    assert Progress.of(desk).done() == set()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="for root no folder is read-only")
def test_a_folder_that_cannot_be_written_is_no_traceback(desk):
    save(desk, CLINIC)
    (desk / "my-product").chmod(0o500)
    try:
        assert "could not be saved" in shown(desk)[0]
    finally:
        (desk / "my-product").chmod(0o700)


def test_a_log_that_cannot_be_written_costs_no_page(desk):
    save(desk, CLINIC)
    (desk / ".mlcurric" / "progress.jsonl").mkdir()
    text, _ = shown(desk)
    assert set(written(desk)) == set(Page)
    assert "18 of 18 lines" in text


def test_a_text_too_long_for_a_sheet_is_named(desk):
    save(desk, {**CLINIC, "1-6": {**CLINIC["1-6"], "do_next": "Ring. " * 500}})
    text, _ = shown(desk)
    assert "needs a second sheet of paper. The longest line is do_next, with 2,999 characters" in text
    assert written(desk)[Page.MOCK_UP].count("Ring. ") >= 499


def test_what_a_learner_writes_stays_a_text(desk):
    evil = "</iframe><script>alert(1)</script>\"'&\ud83d{x}"
    save(desk, {"1-5": {"kpi": evil}, "1-8": {"kpi": evil + "!"}})
    text, html = shown(desk)
    assert "<script" not in html
    assert html.encode()
    assert all("<script" not in page for page in written(desk).values())
    assert "&lt;/iframe&gt;&lt;script&gt;" in html
    assert "1 of 18 lines" in text
