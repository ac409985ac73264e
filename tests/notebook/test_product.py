"""mlcurric.notebook.product: what is written about the learner's product is kept, whole, and read back."""

import json
import os

import pytest

from mlcurric.notebook.product import product_path, read_product
from mlcurric.notebook.progress import Progress

OPEN = 'from mlcurric import exercise\nex = exercise("1-1", lang="en")'


@pytest.fixture
def opened(desk, notebook):
    notebook.run(OPEN)
    return notebook


def test_take_back_keeps_what_was_written_and_never_an_empty_page(opened, desk):
    kept = desk / "my-product" / "1-1.json"
    assert "Nothing is written" in opened.run('ex.take_back(rule_today="")')
    assert not kept.exists()
    assert "Saved" in opened.run('ex.take_back(rule_today="30日ログインなし", who_decides="")')
    assert json.loads(kept.read_text(encoding="utf-8")) == {"rule_today": "30日ログインなし"}
    opened.run('ex.take_back(who_decides="Sato")')
    assert json.loads(kept.read_text(encoding="utf-8")) == {"rule_today": "30日ログインなし", "who_decides": "Sato"}
    assert "what you wrote before stays" in opened.run('ex.take_back(rule_today="")')
    partly = opened.run('ex.take_back(rule_today="", who_decides="Sato", oracle_question="")')
    assert "Empty here, so what you wrote before stays: rule_today." in partly
    assert json.loads(kept.read_text(encoding="utf-8")) == {"rule_today": "30日ログインなし", "who_decides": "Sato"}


def test_take_back_says_when_it_cannot_save(opened, desk):
    (desk / "my-product").write_text("in the way")
    assert "could not be saved" in opened.run('ex.take_back(rule_today="30 days")')


def test_half_a_character_does_not_keep_the_rest_from_being_saved(opened, desk):
    assert "Saved" in opened.run('ex.take_back(rule_today="30 days\\ud83d")')
    assert json.loads((desk / "my-product" / "1-1.json").read_text(encoding="utf-8")) == {"rule_today": "30 days?"}


def test_what_was_kept_is_read_back(opened, desk):
    assert read_product(desk, "1-1") == {}
    opened.run('ex.take_back(rule_today="30日ログインなし", who_decides=...)')
    assert read_product(desk, "1-1") == {"rule_today": "30日ログインなし"}
    assert read_product(None, "1-1") == {}


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", "3", '{"rule_today": 3}'])
def test_a_damaged_file_counts_as_empty_and_can_be_written_again(opened, desk, damage):
    opened.run('ex.take_back(rule_today="30 days")')
    product_path(desk, "1-1").write_text(damage)
    assert read_product(desk, "1-1") == {}
    assert "Saved" in opened.run('ex.take_back(who_decides="Sato")')
    assert read_product(desk, "1-1") == {"who_decides": "Sato"}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_not_written_over(opened, desk):
    opened.run('ex.take_back(rule_today="30 days")')
    product_path(desk, "1-1").chmod(0)
    assert "could not be saved" in opened.run('ex.take_back(who_decides="Sato")')
    product_path(desk, "1-1").chmod(0o600)
    assert read_product(desk, "1-1") == {"rule_today": "30 days"}


def test_the_log_keeps_what_is_written_over(opened, desk):
    opened.run('ex.take_back(rule_today="30 days")\nex.take_back(rule_today="60 days")')
    kept = [event["lines"] for event in Progress.of(desk).events() if event["event"] == "kept"]
    assert kept == [{"rule_today": "30 days"}, {"rule_today": "60 days"}]
