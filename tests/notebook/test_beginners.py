"""mlcurric.notebook.beginners: each slip of typing gets a sentence, never a traceback."""

import json

import pytest

from mlcurric.notebook.opened import SESSION

SLIPS = [
    ("x = １２", "full-width character", "全角文字"),
    ("x =　12", "full-width space", "全角の空白"),
    ("x\u00a0=\u00a012", "a space that Python does not know", "読めない空白"),
    ("x = \u200b12", "a space that Python does not know", "読めない空白"),
    ("x = ⑤", "Python does not read ⑤", "「⑤」は読めません"),
    ("x = 5²", "Python does not read ²", "「²」は読めません"),
    ("x = “a”", "“ is not a quote", "“ は Python の引用符では"),
    ("x = 「a」", "「 is not a quote", "「 は Python の引用符では"),
    ('x = "a”', "” is not a quote", "” は Python の引用符では"),
    ('x = "a', "A quote is missing", "引用符が足りません"),
    ('x = "don’t', "A quote is missing", "引用符が足りません"),
    ('x = """abc', 'a """ is missing', '"""'),
    ("x = 12%", "A % sign cannot stand here", "%の記号は書けません"),
    ("x = 12％", "out of how many this cell asks", "何人中の数を尋ねているか"),
    ("x = ¥1200", "Leave out ¥", "¥ を外して"),
    ("x = 5、", "punctuation", "記号です"),
    ("x = ", "There is nothing", "右に何もありません"),
    ("x = dict(\n  a = ,\n)", "There is nothing", "右に何もありません"),
    ("x = 1997-09-30", 'Write "1997-09-30"', '"1997-09-30" と書いて'),
    ("x = 14 customers", "Only the number", "数字だけ"),
    ("x = 14人", "Only the number", "数字だけ"),
    ("x = dict(\n  a = 1\n  b = 2,\n)", "comma is missing", "「,」が足りない"),
    ("x = dict(\n  a = 1,\n", "never closed", "閉じられていません"),
    ('x = {7: "trial"', "“}” where it ends", "「}」を足して"),
    ("x = {7: switch off}", 'in quotes: "switch off"', '囲みます: "switch off"'),
    ("x = (1))", "one bracket too many", "余っています"),
    ("x = dict(\n a = a rule,\n)", "Put words in quotes", "言葉は引用符"),
    ('x = dict(\n a = ..."c",\n)', "three dots are still there", "「...」が残って"),
    ('x = dict(who="Mr "Sato"")', "quotes inside quotes", "引用符の中に引用符"),
    ("x = dict(\n d = 15 March 1998,\n)", 'Write "1998-03-15"', '"1998-03-15" と書いて'),
    ("x = 2 of 9", "as a division", "割り算"),
    ("x = four", "in digits here, for example 4", "数字を半角で書いてください。例: 4"),
    ("x = 2 / 0", "divided by 0", "0で割って"),
    ("Ex.check()", "Did you mean ex?", "ex でしょうか"),
    ("ex.chek()", "Did you mean ex.check?", "ex.check でしょうか"),
    ('ex.take_back("text")', "hold something else", "元と違う"),
    ('months = "24"\n12 < months', "months is in quotes", "months は引用符で囲まれて"),
    ("months = ...\n12 < months", "months is still", "months は「...」のまま"),
    ("months = 1,000\n12 < months", "Write 1000, not 1,000", "1,000 は 1000 と"),
    ("months = None\n12 < months", "months is no number", "months が数値では"),
    ("x = dict(a=1, a=2)", "is there twice", "2回あります"),
    ("1-1 = 5", "not a name", "名前になっていません"),
    ("x = Because we know", "Put words in quotes", "言葉は引用符"),
    ("x = 1\n    y = 2", "begins with spaces", "余分な空白"),
    ("def roi(x):\nreturn 1", "Line 2: This line has to stand further in", "2行目: この行は字下げが足りません"),
    ("def roi(x):\n    y = 1\n  return 1", "Line 3: This line stands as far in", "3行目: この行の字下げの深さ"),
    ("if True:\n\tx = 1\n        y = 2", "the same number of spaces", "空白の数をそろえて"),
    ("def roi(x)\n    return 1", "A “:” is missing", "「:」が要ります"),
    ("def roi:\n    return 1", "Write “def roi(…):”, with what it takes", "「def roi(…):」と書き、括弧の中に"),
    ("def roi\n    return 1", "its name and brackets", "def と名前と括弧"),
    ("function roi(a) { return 1 }", "A function begins with “def”", "関数は、def と名前と括弧で"),
    ("Def roi(a):\n    return 1", "Write “def roi(…):”", "「def roi(…):」と書き"),
    ("if x = 0:\n    x = 1", "A comparison is written ==", "比べるときは =="),
    ("def roi(x):\n    return x +* 2", "this line and the one above", "ひとつ上の行を見直して"),
    ('x = {7: "off" 8: "on"}', "A comma is missing", "「,」が足りない"),
    ("x = {7: trial}", 'If it is a word, write "trial"', '言葉なら "trial"'),
    ('x = dict(signed="Sato", "Nao")', "several texts behind one name", "文字がいくつも並んで"),
    ("x = 0.12.3", "cannot read", "読めません"),
    ("x = b", 'Write "b"', '"b" と書いて'),
    ("x = 原因", 'Write "原因"', '"原因" と書いて'),
    ("x = true", "Python writes True", "True と"),
    ("print(montsh)", "Did you mean months?", "months でしょうか"),
    ("print(customers)", "has not been run", "実行されていない"),
    # A comma inside a number, on whichever line Python stops.
    (
        "x = dict(\n  a = 1,000 ,\n  b = 2,\n)",
        "Line 2: There is a comma inside the number. Write 1000, not",
        "2行目: 数のなかに「,」",
    ),
    ("x = dict(\n  a = 1,050,\n)", "Write 1050, not 1,050", "1,050 は 1050 と"),
    ("x = dict(goal=1,5, b=2)", "write 1.5, not 1,5", "1,5 は 1.5 と"),
    ("x = dict(\n  starts_at = 0,0 ,\n  b = 1,\n)", "write 0.0, not 0,0", "0,0 は 0.0 と"),
    ("x = dict(\n  a = 1,234,567 ,\n)", "Write 1234567", "1234567 と"),
    ("x = １，０００", "Write 1000, not 1,000", "1000 と"),
    ("x = 1、000", "Write 1000, not 1,000", "1000 と"),
    ("x = 1,050", "Write 1050, not 1,050", "1050 と"),
    ("months = -10,5\n12 < months", "write 10.5, not 10,5", "10,5 は 10.5 と"),
    # Minus signs of print, of accounts, and of a Japanese keyboard; and other signs of print.
    (
        "x = −176000",
        "“−” is not the keyboard's minus. Type -, as in -176000",
        "「−」は Python のマイナスではありません",
    ),
    (
        "x = ー176000",
        "“ー” is not",
        "「ー」は Python のマイナスではありません。半角の - に打ちかえてください(例: -176000)",
    ),
    ("x = ー５", "as in -5", "例: -5"),
    ("x = △176000", "“△” is not", "「△」は Python"),
    ("x = ▲176000", "“▲” is not", "「▲」は Python"),
    ("x = –5", "“–” is not", "「–」は Python"),
    ("x = — 5", "as in -5", "例: -5"),
    ("x = −¥176,000", "as in -176000", "例: -176000"),
    ("x = 30 − 19", "as in 30 - 19", "例: 30 - 19"),
    ("x = 2 × 50000", "“×” is written *, as in 2 * 50000", "「×」は * と書きます"),
    ("x = 2x50000", "is written *", "* と書きます"),
    ("x = ６÷２", "“÷” is written /, as in 6/2", "「÷」は / と書きます"),
    ("x = 2−1 × 3", "is not the keyboard's minus", "マイナスではありません"),
    # Percent, by what the line asks.
    ("x = dict(\n  a_sure = 70% ,  # how sure\n)", "Line 2: Leave out the % sign: write 70.", "70 と書いて"),
    ("# logins, in percent\nx = -10%", "write -10.", "-10 と書いて"),
    ("x = 20%  # a number, such as 0.4 (a share from 0 to 1)", "write 0.2.", "0.2 と書いて"),
    ("x = 12.5 percent  # 数値。例: 0.4(0〜1の割合)", "write 0.125.", "0.125 と書いて"),
    ("x = 2割5分  # 数値。例: 0.4(0〜1の割合)", "write 0.25.", "0.25 と書いて"),
    ("x = 1割", "as a share it is 0.1, of 100 it is 10", "割合なら 0.1、100人中の人数なら 10"),
    ("x = about 24", "Write the number alone: 24.", "数だけを書いてください: 24"),
    ("x = 約0.23", "Write the number alone: 0.23.", "数だけを書いてください: 0.23"),
    ("x = 約23%  # 数値。例: 0.4(0〜1の割合)", "write 0.23.", "0.23 と書いて"),
    ("x = almost never", 'Put words in quotes: "almost never".', '言葉は引用符で囲みます: "almost never"'),
    ("# ログイン数(%)\nx = -10%", "write -10.", "-10 と書いて"),
    # Numbers in words, and units that carry a value.
    ("x = 十四", "in digits here, for example 14", "例: 14"),
    ("x = 二十四", "for example 24", "例: 24"),
    ("x = マイナス49", "for example -49", "例: -49"),
    ("x = 三人", "for example 3", "例: 3"),
    ("x = dict(\n  a = fourteen ,\n)", "in digits here", "数字を半角で"),
    ("x = 2週間", "2 weeks are 14 days", "2週間なら 14"),
    ("x = 2 weeks", "2 weeks are 14 days", "2週間なら 14"),
    ("x = 18万", "in full: 180000", "180000"),
    ("x = 2*5万 - 100*1500", "in full: 2*50000 - 100*1500", "2*50000 - 100*1500"),
    ("cost_of_call == 27", "write one “=”", "「=」をひとつだけ"),
    ("x = 3万5千円", "in full: 35000", "35000"),
    ("x = 18k", "in full: 18000", "18000"),
    ("x = 3か月", "convert the number", "単位に直して"),
    ("x = 9人中2人", "2/9", "2/9"),
    ("x = 9分の2", "2/9", "2/9"),
    ("x = 007", "write 7", "7 と書きます"),
    ("x = " + "9" * 5000, "far too big", "大きすぎます"),
    (
        "x = dict(\n  d = 2026-11-02,\n)",
        'Python took it for a subtraction. Write "2026-11-02"',
        "引き算だと受け取りました",
    ),
    ("x = dict(\n  d = 2026年11月2日,\n)", 'Write "2026-11-02"', '"2026-11-02" と'),
    ("x = dict(\n  d = 2026/11/02,\n)", "for a division", "割り算"),
    # A word in the brackets of ex.
    ("ex.glossary(lift)", 'Write ex.glossary("lift")', 'ex.glossary("lift") と'),
    ("ex.glossary(リフト)", 'Write ex.glossary("リフト")', 'ex.glossary("リフト") と'),
    ("ex.glossary(base rate)", 'ex.glossary("base rate")', 'ex.glossary("base rate")'),
    ('ex.hint("rule_hits")  to ask, delete the first # and run', "behind the closing bracket", "「)」の後ろ"),
    # In a cell that keeps texts, all of it goes between quotes.
    ("ex.take_back(\n  goal=1,000,\n  b='',\n)", 'Or put it in quotes: "1,000"', '引用符で囲んでください: "1,000"'),
    ("ex.take_back(\n  goal=30%,\n)", 'Write goal="30%"', 'goal="30%" と'),
    ("ex.take_back(\n  goal=百,\n)", 'Write "百"', '"百" と'),
    ("ex.take_back(\n  goal=−5,\n)", 'Write goal="−5"', 'goal="−5" と'),
    ("ex.take_back(\n  sponsor=Ms Mori,\n)", 'Put words in quotes: "Ms Mori"', '"Ms Mori"'),
    # Words, letters and texts without quotes, in the line in which they stand.
    ("ex.survey(\n  issues = none ,\n  helped_most = '',\n)", 'Write "none"', '"none" と書いて'),
    (
        "ex.survey(\n  issues = a, d ,\n  helped_most = '',\n)",
        'Line 2: Put it in quotes: "a, d".',
        '2行目: 引用符で囲みます: "a, d"',
    ),
    ("ex.survey(\n  team = '',\n  issues = a ,\n)", "Line 3: “a” has no quotes", "3行目: 「a」に引用符がない"),
    ("ex.survey(\n  code = 0312 ,\n)", 'in quotes: "0312"', '囲みます: "0312"'),
    ("ex.survey(\n  helped_most = 2-4の証明 ,\n)", 'in quotes: "2-4の証明"', '囲みます: "2-4の証明"'),
    ("ex.survey(\n  understand_dates = yes ,\n)", "a number from 1 to 5 belongs there", "1〜5の数字を書くか"),
    (
        "x = dict(\n  s = 佐藤、奈緒、-、健 ,\n  b = 1,\n)",
        'words in quotes: "佐藤、奈緒、-、健"',
        '言葉は引用符で囲みます: "佐藤、奈緒、-、健"',
    ),
    (
        "x = dict(\n  s = 佐藤, 奈緒 ,\n  b = 1,\n)",
        'Line 2: Put words in quotes: "佐藤, 奈緒"',
        '2行目: 言葉は引用符で囲みます: "佐藤, 奈緒"',
    ),
    ("note = 彩さんへ。今日は50人だけ電話してください。", 'stands between """ and """', '文章は """ と """ の間に'),
    ("note = \n彩さんへ。今日は「50人」だけ。\n", "Line 2: A text stands between", "2行目: 文章は"),
    ("note = To Aya. Please call only 50 today.", 'stands between """ and """', '文章は """ と """ の間に'),
    (
        "x = dict(\n  w = I - C R A I ,\n  r = 1,\n)",
        'Line 2: Put it in quotes: "I - C R A I".',
        '2行目: 引用符で囲みます: "I - C R A I"',
    ),
    ("ex.take_back(\n  alarm=PSI 0.25,\n)", 'Put words in quotes: "PSI 0.25"', '言葉は引用符で囲みます: "PSI 0.25"'),
    ("ex.take_back(\n  alarm=3 in a row,\n)", 'in quotes: "3 in a row"', '囲みます: "3 in a row"'),
    ("ex.take_back(\n  who=佐藤(部長),\n)", 'Write "佐藤(部長)"', '"佐藤(部長)" と'),
    (
        "ex.take_back(\n  cost=5,\n  who=Sato, Nao,\n)",
        'Line 3: Put words in quotes: "Sato, Nao"',
        '3行目: 言葉は引用符で囲みます: "Sato, Nao"',
    ),
    ("ex.take_back(\n  who=call-team,\n)", 'Write "call-team"', '"call-team" と'),
    ("ex.take_back(\n  who=none,\n)", 'Write "none"', '"none" と'),
    (
        "x = dict(\n  go_from=3, decides=thresholds,\n)",
        'If it is a word, put it in quotes: "thresholds"',
        '言葉なら "thresholds" と書いて',
    ),
    ("x = dict(decides=mont)", 'As a word: "mont"', '言葉なら "mont"'),
    ("x = dict(a=1, b=2 c=3)", "A comma is missing", "「,」が足りない"),
    ("x = PSI > 0.25 を超えたら", "cannot read", "読めません"),
    ('x = dict(\n  s = "佐藤"、"奈緒" ,\n)', "several texts behind one name", "文字がいくつも並んで"),
    ("total = price - cost", "has not been run", "実行されていない"),
    ("f(2)", "has not been run", "実行されていない"),
    # An argument that is not there.
    (
        "print(1, ends='')",
        "There is no line “ends”. Did you mean end?",
        "ends という名前の行はありません。end でしょうか",
    ),
    ("round(1.5, zzz=1)", "There are number, ndigits", "あるのは number, ndigits"),
    # Between “{” and “}”.
    ('x = {7 "trial"}', 'A “:” is missing between 7 and "trial"', '7 と "trial" のあいだに「:」'),
    ('x = {\n  6: "off",\n  7 "trial",\n}', "Line 3: A “:” is missing between 7", "3行目: 7 と"),
    ('x = {7; "trial"}', "stands “:”, not “;”", "「;」ではなく「:」"),
    ('x = {7 = "trial"}', "stands “:”, not “=”", "「=」ではなく「:」"),
    ("x = {7: }", "After 7: nothing stands", "「7:」の後ろに何もありません"),
    ('x = {7: "a", 8: }', "After 8: nothing stands", "「8:」の後ろに何もありません"),
    ('x = {7: "a"; 8: "b"}', "Between two pairs stands “,”", "組と組のあいだは"),
    ('x = {7: "a", "off"}', '"off" stands alone', '"off" が1つだけ'),
    # A unit that the line itself asks for.
    ("x = dict(\n  weeks = 28週 ,\n)", "write 28", "28 と書いて"),
    ("months = 3か月", "write 3", "3 と書いて"),
    ('weeks = "28週"\n12 < weeks', "Write 28, without quotes", "引用符なしで 28 と"),
    ('cost = "540万円"\n12 < cost', "Write 5400000,", "5400000 と"),
    ('share = "25%"\n12 < share', "such as 12", "12 のような"),
    ('exercise("1-99")', "there are 1-1", "あるのは 1-1"),
    ("rule_hits <- 5", "“<-” asks whether", "「<-」は、Python では"),
]


@pytest.mark.parametrize(("cell", "english", "japanese"), SLIPS)
def test_a_slip_gets_a_sentence_in_the_learners_language(notebook, cell, english, japanese):
    for lang, sentence in (("en", english), ("ja", japanese)):
        notebook.run(f'from mlcurric import exercise\nex = exercise("1-1", lang="{lang}")\nmonths = 12')
        shown = notebook.run(cell)
        assert sentence in shown
        assert "Traceback" not in shown
        assert "Error" not in shown


@pytest.mark.parametrize(
    "cell",
    [
        'text = """\n2週間 − 5 × 3,5\n"""\nx = (1))',
        "label = 'a = 1,5'\nx = (1))",
        "# a = 1,5\nx = (1))",
        "pairs = [(31,50), (27,40)]\nx = (1))",
        "f = dict(a=1,b=2)\nx = (1))",
        "same = 5 == 1,5\nx = (1))",
        "y = 1 if same else 2\nx = (1))",
        "def f(a):\n    b = a not in c\nx = (1))",
        'label = "{7 x}"\nx = (1))',
    ],
)
def test_what_only_looks_like_a_slip_is_not_blamed(notebook, cell):
    notebook.run('from mlcurric import exercise\nex = exercise("1-1", lang="en")')
    assert "one bracket too many" in notebook.run(cell)


@pytest.mark.parametrize(
    ("lang", "says"), [("en", "There is no wall.prnit. Did you mean wall.print?"), ("ja", "wall.print でしょうか")]
)
def test_a_misspelt_word_behind_the_wall_is_answered_and_one_behind_what_is_not_ours_is_not(notebook, lang, says):
    notebook.run(
        f'from mlcurric import exercise\nfrom mlcurric.notebook.wall import open_wall\nex = exercise("1-1", lang="{lang}")\nwall = open_wall()'
    )
    shown = notebook.run("wall.prnit()")
    assert says in shown
    assert "Traceback" not in shown
    assert "AttributeError" in notebook.run('"text".uper()')


def test_other_errors_keep_their_traceback(notebook):
    notebook.run('from mlcurric import exercise\nex = exercise("1-1", lang="en")')
    assert "KeyError" in notebook.run('{}["nothing"]')
    assert "ValueError" in notebook.run('name = "Sato"\nint("abc")')
    assert "TypeError" in notebook.run("len(12)")


def test_a_name_error_inside_a_library_keeps_its_traceback(notebook, tmp_path, monkeypatch):
    library = tmp_path / "site-packages"
    library.mkdir()
    (library / "broken_library.py").write_text("def call():\n    return nowhere\n")
    monkeypatch.syspath_prepend(str(library))
    notebook.run('from mlcurric import exercise\nex = exercise("1-1", lang="en")')
    assert "NameError" in notebook.run("import broken_library\nbroken_library.call()")


PLAN = """
from dataclasses import dataclass, replace
@dataclass(frozen=True)
class Plan:
    go_from: int
    stop_below: int = 1
sato = Plan(3)
"""


@pytest.mark.parametrize("call", ["replace(\n  sato,\n  go_form=3,\n)", "Plan(\n  1,\n  go_form=3\n)"])
@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", "Line 3: There is no line “go_form”. Did you mean go_from?"),
        ("ja", "3行目: go_form という名前の行はありません。go_from でしょうか。"),
    ],
)
def test_an_argument_that_is_not_there_is_named(notebook, call, lang, says):
    notebook.run(f'from mlcurric import exercise\nex = exercise("1-1", lang="{lang}")\n{PLAN}')
    shown = notebook.run(call)
    assert says in shown
    assert "Traceback" not in shown
    assert "Plan.__init__" not in shown


def test_an_unknown_argument_deep_inside_keeps_its_traceback(notebook):
    notebook.run('from mlcurric import exercise\nex = exercise("1-1", lang="en")')
    assert "TypeError" in notebook.run("def inner():\n    dict.fromkeys([1], go_form=2)\ninner()")


def test_as_an_extension_it_answers_before_the_first_cell(notebook):
    notebook.run("%load_ext mlcurric.notebook.beginners")
    assert "has not been run" in notebook.run("customers") or "実行されていない" in notebook.run("customers")


OPEN_NOTEBOOK = [
    "import pandas as pd\ncustomers = pd.DataFrame()",
    "def one(rows):\n    kept_rows = rows",
    "x = (",
    "x = ...",
]
UNKNOWN = {
    "print(customers)": "the cell that makes it has not been run",
    "print(custmers)": "Did you mean customers?",
    "print(np.mean)": "no cell of this notebook makes or imports it. Write “import numpy as np” above.",
    "print(pd.Series)": "the cell that makes it has not been run",
    "dict(decides=thresholds)": "If it is a name, look at its spelling, or import it.",
    "dict(rows=customers)": "the cell that makes it has not been run",
    "rows = custmers": 'Did you mean customers? As a word: "custmers"',
    "Forest()": "no cell of this notebook makes or imports it. Look at its spelling, or import it.",
}


@pytest.mark.parametrize(("cell", "says"), UNKNOWN.items())
def test_a_name_is_looked_for_in_the_cells_of_the_open_notebook(notebook, tmp_path, monkeypatch, cell, says):
    cells = [{"cell_type": "code", "source": source.splitlines(keepends=True)} for source in OPEN_NOTEBOOK]
    path = tmp_path / "open.ipynb"
    path.write_text(json.dumps({"cells": [{"cell_type": "markdown", "source": ["np = 1"]}, *cells]}))
    monkeypatch.setenv(SESSION, str(path))
    notebook.run('from mlcurric import exercise\nex = exercise("1-1", lang="en")')
    assert says in notebook.run(cell)


@pytest.mark.parametrize("saved", ["not there", "{", '{"cells": 3}', '{"cells": [{}]}'])
def test_an_open_notebook_that_cannot_be_read_is_not_asked(notebook, tmp_path, monkeypatch, saved):
    path = tmp_path / "open.ipynb"
    if saved != "not there":
        path.write_text(saved)
    monkeypatch.setenv(SESSION, str(path))
    notebook.run('from mlcurric import exercise\nex = exercise("1-1", lang="en")')
    assert "has not been run" in notebook.run("Forest()")


@pytest.mark.parametrize(
    "cell", ["rule_hits = t.hits / 150", "rule_hits = 7 / 30 * x", "rule_hits = (x + 1)", "print(x[0])", "率 * 2"]
)
@pytest.mark.parametrize(("lang", "says"), [("en", "Look at its spelling"), ("ja", "つづりを見直す")])
def test_a_name_with_which_something_is_computed_is_no_letter_without_quotes(
    notebook, tmp_path, monkeypatch, cell, lang, says
):
    path = tmp_path / "open.ipynb"
    path.write_text('{"cells": []}')
    monkeypatch.setenv(SESSION, str(path))
    notebook.run(f'from mlcurric import exercise\nex = exercise("1-1", lang="{lang}")')
    assert says in notebook.run(cell)
    for letter in (
        "why_flattered = b",
        "invoices = dict(\n    first=b,\n    last=はい)",
        'x = [b, "c"]',
        "x = {b: 1}  # b / 2",
    ):
        assert '"b"' in notebook.run(letter)


@pytest.mark.parametrize(
    ("lang", "says", "quotes"),
    [("en", "A number is asked: type it", "quotes"), ("ja", "尋ねているのは数です。数を入れるか", "引用符")],
)
def test_a_name_is_not_to_be_put_in_quotes_where_a_number_is_asked_for(notebook, lang, says, quotes):
    notebook.run(f'from mlcurric import exercise\nex = exercise("1-1", lang="{lang}")')
    for value in ("lowest", "x", "float(x)", "yes", "多数"):
        shown = notebook.run(f"rule_hits = {value}")
        assert says in shown, value
        assert quotes not in shown, value
    assert quotes in notebook.run("why_flattered = lowest")
    assert quotes in notebook.run("why_flattered = x")
