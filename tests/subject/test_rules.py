"""mlcurric.subject.rules."""

import pytest

from mlcurric.subject import CLUES, RULES, load_customers


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_needs_the_clues_only(rule):
    customers = load_customers("today").head(50)
    score = RULES[rule](customers[CLUES])
    assert list(score.index) == list(customers.index)
    with pytest.raises(ValueError, match="The table has no column"):
        RULES[rule](customers[["customer"]])


def test_who_has_a_ticket_and_a_price_rise_comes_before_who_has_one_of_them():
    customers = load_customers("today").head(4)
    customers = customers.assign(
        open_tickets=[0, 3, 0, 1], price_rise=[False, False, True, True], days_since_login=range(4)
    )
    assert list(RULES["ticket_or_price_rise"](customers)) == [0, 1, 1, 2]
    assert list(RULES["last_login"](customers)) == [0, 1, 2, 3]
