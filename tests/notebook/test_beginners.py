"""mlcurric.notebook.beginners: each slip of typing gets a sentence, never a traceback."""

import pytest

SLIPS = [
    ("x = １２", "full-width character", "全角文字"),
    ("x =　12", "full-width space", "全角の空白"),
    ("x = “a”", "“ is not a quote", "“ は Python の引用符では"),
    ("x = 「a」", "「 is not a quote", "「 は Python の引用符では"),
    ('x = "a”', "” is not a quote", "” は Python の引用符では"),
    ('x = "a', "A quote is missing", "引用符が足りません"),
    ('x = "don’t', "A quote is missing", "引用符が足りません"),
    ('x = """abc', 'a """ is missing', '"""'),
    ("x = 12%", "percent sign", "%の記号"),
    ("x = 12％", "percent sign", "%の記号"),
    ("x = ¥1200", "Leave out ¥", "¥ を外して"),
    ("x = 5、", "punctuation", "記号です"),
    ("x = ", "There is nothing", "右に何もありません"),
    ("x = dict(\n  a = ,\n)", "There is nothing", "右に何もありません"),
    ("x = 1997-09-30", "Put the date in quotes", "日付は引用符"),
    ("x = 14 customers", "Only the number", "数字だけ"),
    ("x = 14人", "Only the number", "数字だけ"),
    ("x = dict(\n  a = 1\n  b = 2,\n)", "comma is missing", "「,」が足りない"),
    ("x = dict(\n  a = 1,\n", "never closed", "閉じられていません"),
    ("x = (1))", "one bracket too many", "余っています"),
    ("x = dict(\n a = a rule,\n)", "Put words in quotes", "言葉は引用符"),
    ('x = dict(\n a = ..."c",\n)', "three dots are still there", "「...」が残って"),
    ('x = dict(who="Mr "Sato"")', "quotes inside quotes", "引用符の中に引用符"),
    ("x = dict(\n d = 15 March 1998,\n)", "Put the date in quotes", "日付は引用符"),
    ("x = 2 of 9", "as a division", "割り算"),
    ("x = four", "Write a number in figures", "数は数字で"),
    ("x = 2 / 0", "divided by 0", "0で割って"),
    ("Ex.check()", "Did you mean ex?", "ex でしょうか"),
    ("ex.chek()", "Did you mean ex.check?", "ex.check でしょうか"),
    ('ex.take_back("text")', "hold something else", "元と違う"),
    ('months = "24"\n12 < months', "months is in quotes", "months は引用符で囲まれて"),
    ("months = ...\n12 < months", "months is still", "months は「...」のまま"),
    ("months = 1,000\n12 < months", "months has a comma", "months に「,」"),
    ("months = None\n12 < months", "months is no number", "months が数値では"),
    ("x = dict(a=1, a=2)", "is there twice", "2回あります"),
    ("1-1 = 5", "not a name", "名前になっていません"),
    ("x = Because we know", "Put words in quotes", "言葉は引用符"),
    ("x = 1\n    y = 2", "begins with spaces", "余分な空白"),
    ("x = 0.12.3", "cannot read", "読めません"),
    ("x = b", 'Write "b"', '"b" と書いて'),
    ("x = 原因", 'Write "原因"', '"原因" と書いて'),
    ("x = true", "Python writes True", "True と"),
    ("print(montsh)", "Did you mean months?", "months でしょうか"),
    ("print(customers)", "has not been run", "実行されていない"),
    ('exercise("1-99")', "there are 1-1", "あるのは 1-1"),
]


@pytest.mark.parametrize(("cell", "english", "japanese"), SLIPS)
def test_a_slip_gets_a_sentence_in_the_learners_language(notebook, cell, english, japanese):
    for lang, sentence in (("en", english), ("ja", japanese)):
        notebook.run(f'from mlcurric import exercise\nex = exercise("1-1", lang="{lang}")\nmonths = 12')
        shown = notebook.run(cell)
        assert sentence in shown
        assert "Traceback" not in shown
        assert "Error" not in shown


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


def test_as_an_extension_it_answers_before_the_first_cell(notebook):
    notebook.run("%load_ext mlcurric.notebook.beginners")
    assert "has not been run" in notebook.run("customers") or "実行されていない" in notebook.run("customers")
