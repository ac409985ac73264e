"""Where a rule's list ends early, the whole page speaks of the one list that is made: its numbers, read off it, agree."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pytest
from report.pages import text_of

from mlcurric.report.make import make_report
from mlcurric.report.request import Request
from mlcurric.subject.ranges import Range
from mlcurric.text import LANGUAGES, speaking

KNOWN, OPEN, CAPACITY = 3_000, 2_000, 600
READ = {
    "en": {
        "expected": r"Of 100 customers on this list about (\d+) would leave",
        "tried": r"of 100 on the simple rule’s list (\d+) left",
        "drawn": r"the simple rule (\d+) \(\d+–\d+\) \(used here\)",
        "four": r"Of 1,000 such customers (\d+) are on the list, of whom (\d+) left; of the (\d+) others (\d+) left",
        "named": r"Each was to name (\d+) of the (\d+): the same share as (\d+) of 2,000",
        "each_held": r"Each list held (\d+)",
        "promised": r"4\. Of the (\d+) on the list \d+ to \d+ would leave; the list misses (\d+) of 100 who leave",
        "counted": r"(\d+) of the first (\d+) of 900",
    },
    "ja": {
        "expected": r"何もしなければ100人あたり約(\d+)人",
        "tried": r"簡単なルールのリストで(\d+)人",
        "drawn": r"簡単なルール (\d+)\(\d+〜\d+\)\(採用\)",
        "four": r"こうした顧客1,000人のうち (\d+)人がリストに載り、うち(\d+)人が解約。残る(\d+)人からも(\d+)人が解約",
        "named": r"(\d+)人から(\d+)人を選ばせました。2,000人から(\d+)人を選ぶのと",
        "each_held": r"試したリストは、それぞれ(\d+)人です",
        "promised": r"4\. リストの(\d+)人のうち、解約するのは[\d〜]+人。解約する100人中(\d+)人",
        "counted": r"900人の上位(\d+)人のうち(\d+)人が解約",
    },
}


@pytest.fixture(scope="module")
def early(tmp_path_factory):
    """6 of 100 have had a price rise and leave often; all others seldom, and nothing tells them apart."""
    luck, rows = np.random.default_rng(3), KNOWN + OPEN
    rise = luck.random(rows) < 0.06
    table = pd.DataFrame(
        {
            "account": [f"A{row:05d}" for row in range(rows)],
            "price_rise": np.where(rise, "yes", "no"),
            "tenure": luck.integers(1, 70, rows),
            "visits": luck.poisson(5, rows),
            "fee": luck.lognormal(3, 0.5, rows).round(2),
        }
    )
    left = np.where(luck.random(rows) < np.where(rise, 0.6, 0.05), "yes", "no")
    table["left"] = np.where(np.arange(rows) < KNOWN, left, "")
    path = tmp_path_factory.mktemp("early") / "early.csv"
    table.to_csv(path, index=False)
    return path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_part_of_the_page_tells_the_numbers_of_the_list_that_is_made(early, lang, tmp_path):
    request = Request(
        early, "left", "account", CAPACITY, tmp_path / "report.html", value="fee", contact_cost=1.0, incentive=2.0,
        save_rate=Range(0.1, 0.3), within="3 months", currency="USD",
    )  # fmt: skip
    with speaking(lang):
        make_report(request)
    page = text_of((tmp_path / "report.html").read_text(encoding="utf-8"))
    numbers = {name: [int(each) for each in re.search(says, page).groups()] for name, says in READ[lang].items()}
    size, misses = numbers["promised"]
    assert size == len(pd.read_csv(tmp_path / "report.csv")) < CAPACITY
    judged, named, of_size = (numbers["named"][at] for at in ((1, 0, 2) if lang == "en" else (0, 1, 2)))
    hits, listed = sorted(numbers["counted"])
    assert (judged, of_size) == (900, size)
    assert [listed] == numbers["each_held"] == [named] == [round(size / OPEN * judged)]
    share = round(100 * hits / listed)
    assert numbers["expected"] == numbers["tried"] == numbers["drawn"] == [share]
    on_list, left, others, missed = numbers["four"]
    assert (on_list + others, on_list) == (1_000, round(1_000 * listed / judged))
    assert left == pytest.approx(1_000 * hits / judged, abs=1)
    assert misses == pytest.approx(100 * missed / (left + missed), abs=1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_list_of_whom_all_left_where_it_was_tried_has_its_page(lang, tmp_path):
    luck = np.random.default_rng(4)
    trial = luck.random(KNOWN) < 0.25
    left = np.where(trial, "yes", np.where(luck.random(KNOWN) < 0.04, "yes", "no"))
    left = np.where(luck.random(KNOWN) < 0.2, "", left)
    table = pd.DataFrame({"account": range(KNOWN), "kind": np.where(trial, "trial", "year"), "left": left})
    table.to_csv(path := tmp_path / "table.csv", index=False)
    out = tmp_path / "report.html"
    with speaking(lang):
        make_report(Request(path, "left", "account", 60, out, keep=("kind",)))
    page = text_of(out.read_text(encoding="utf-8"))
    shows = {"en": r"Shows an effect if (\d+) or more of 100", "ja": r"解約するはずの100人のうち(\d+)人以上"}[lang]
    assert all(0 < int(each) < 40 for each in re.findall(shows, page))
    assert re.search(shows, page)
