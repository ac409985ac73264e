"""Every line of the three pages, in the order in which a page is mended."""

from __future__ import annotations

from mlcurric.subject.product.line import Kind, Line, Page
from mlcurric.text import T

_SHEET = (
    Line(
        "product", "1-8", Page.SHEET, Kind.TEXT,
        T("Product", "プロダクト"),
        T("Whose pages are these? They carry its name on top.", "何のプロダクトの3枚ですか。ページの一番上に載ります。"),
    ),
    Line("customers", "1-8", Page.SHEET, Kind.COUNT, T("Customers in all", "対象となる顧客の総数")),
    Line(
        "list_size", "1-3", Page.SHEET, Kind.COUNT,
        T("On one list", "1回のリスト"),
        T("How many can your team look at? A list ends there.", "チームは何人まで見られますか。リストはそこで切ります。"),
    ),
    Line(
        "hits_low", "1-5", Page.SHEET, Kind.OF_100,
        T("Hits of 100 on the list, at least", "リスト100人あたりの当たり(下限)"),
        T("Of 100 on the list, how many at least?", "リストの100人のうち、少なくとも何人が本当にそうなりますか。"),
    ),
    Line(
        "hits_high", "1-5", Page.SHEET, Kind.OF_100,
        T("Hits of 100 on the list, at most", "リスト100人あたりの当たり(上限)"),
        T("Of 100 on the list, how many at most?", "リストの100人のうち、多くて何人が本当にそうなりますか。"),
    ),
    Line(
        "success_low", "1-5", Page.SHEET, Kind.NET_OF_100,
        T("Kept of 100 hits contacted, at least", "連絡した当たり100人あたり、連絡で防げる件数(下限)"),
        T("What does a contact change, at least?", "連絡した100人のうち、少なくとも何人が変わりますか。"),
    ),
    Line(
        "success_high", "1-5", Page.SHEET, Kind.NET_OF_100,
        T("Kept of 100 hits contacted, at most", "連絡した当たり100人あたり、連絡で防げる件数(上限)"),
        T("What does a contact change, at most?", "連絡した100人のうち、多くて何人が変わりますか。"),
    ),
    Line(
        "kept_low", "1-5", Page.SHEET, Kind.NET_COUNT,
        T("Kept per list, at least", "1回のリストで防げる件数(下限)"),
        T("What do you promise, at least?", "少なくとも何件と約束しますか。"),
    ),
    Line(
        "kept_high", "1-5", Page.SHEET, Kind.NET_COUNT,
        T("Kept per list, at most", "1回のリストで防げる件数(上限)"),
        T("What do you promise, at most?", "多くて何件と約束しますか。"),
    ),
    Line(
        "misses_of_100", "1-5", Page.SHEET, Kind.OF_100,
        T("Of 100 to whom it happens, missed by the list", "本当にそうなる100人のうち、リストが見逃す人"),
        T("Every list misses some. How many?", "どんなリストにも見逃しがあります。何人くらいですか。"),
    ),
    Line(
        "missed_ones", "1-3", Page.SHEET, Kind.TEXT,
        T("What happens to those", "見逃した人はどうなるか"),
        T("Somebody will ask what happens to the missed ones.", "「見逃した人はどうなるの」と必ず聞かれます。"),
        none_counts=True,
    ),
    Line(
        "kpi", "1-5", Page.SHEET, Kind.TEXT,
        T("The customer's own KPI", "顧客自身のKPI"),
        T("Which number of theirs shall move?", "顧客のどの数字を動かしたいのですか。"),
    ),
    Line(
        "feature_provides", "1-5", Page.SHEET, Kind.TEXT,
        T("What the feature provides", "機能が提供するもの"),
        T("What does the reader get, and when?", "使う人は、いつ、何を受け取りますか。"),
    ),
    Line(
        "who_closes_gap", "1-5", Page.SHEET, Kind.TEXT,
        T("Who closes the gap, and how", "ギャップを埋める人と方法"),
        T("A list keeps nobody. Who does?", "リストだけでは何も変わりません。動くのは誰ですか。"),
    ),
    Line(
        "will_not_do", "1-5", Page.SHEET, Kind.TEXT,
        T("What we will not do", "やらないこと"),
        T("What you leave out, others will expect.", "書かなかったことは、期待されてしまいます。"),
    ),
    Line(
        "owner", "1-5", Page.SHEET, Kind.TEXT,
        T("Owner", "責任者"),
        T("One name, or nobody does it.", "1人に決めておかないと、誰もやりません。"),
    ),
    Line(
        "check_date", "1-5", Page.SHEET, Kind.DATE,
        T("Checked on", "確認する日"),
        T("On which day do you look whether it came true?", "約束どおりだったかを、いつ確かめますか。"),
    ),
    Line(
        "stop_rule", "1-5", Page.SHEET, Kind.TEXT,
        T("We stop if", "やめる条件"),
        T("At which number do you stop?", "どの数字になったらやめますか。"),
    ),
)  # fmt: skip

_MOCK_UP = (
    Line(
        "reader", "1-6", Page.MOCK_UP, Kind.TEXT,
        T("Read by", "読む人"),
        T("Who reads the card, and in which minute of the day?", "カードを読むのは誰ですか。1日のどの場面ですか。"),
    ),
    Line(
        "headline", "1-6", Page.MOCK_UP, Kind.TEXT,
        T("Headline", "見出し"),
        T("The one sentence that is read.", "読まれるのは、この一文だけかもしれません。"),
    ),
    Line(
        "reason_1", "1-6", Page.MOCK_UP, Kind.TEXT,
        T("Reason 1", "理由 1"),
        T("Why is this customer on the list?", "この顧客がリストに載ったのはなぜですか。"),
    ),
    Line("reason_2", "1-6", Page.MOCK_UP, Kind.TEXT, T("Reason 2", "理由 2")),
    Line("reason_3", "1-6", Page.MOCK_UP, Kind.TEXT, T("Reason 3", "理由 3")),
    Line(
        "do_next", "1-6", Page.MOCK_UP, Kind.TEXT,
        T("Do next", "次にすること"),
        T("What does the reader do when the card is read?", "読んだ人は、次に何をしますか。"),
    ),
    Line(
        "do_not_conclude", "1-6", Page.MOCK_UP, Kind.TEXT,
        T("Do not conclude", "ここから言えないこと"),
        T("What would a hurried reader wrongly take from it?", "急いで読んだ人は、何を早合点しそうですか。"),
    ),
    Line(
        "how_to_override", "1-6", Page.MOCK_UP, Kind.TEXT,
        T("If you know better", "カードが違うと思ったら"),
        T("Who knows better must be able to say so.", "事情を知る人が「違う」と言えるようにしておきましょう。"),
    ),
)  # fmt: skip

_NEED = (
    Line(
        "oracle_question", "1-1", Page.NEED, Kind.TEXT,
        T("The question", "知りたいこと"),
        T("Which answer would you want each morning?", "毎朝ひとつ知りたい答えは何ですか。"),
    ),
    Line(
        "who_decides", "1-1", Page.NEED, Kind.TEXT,
        T("Who decides with the answer", "その答えで決める人"),
        T("No decision, no model: whose day would it change?", "決める人がいないなら、モデルもいりません。その答えで仕事が変わるのは誰ですか。"),
    ),
    Line(
        "rule_today", "1-1", Page.NEED, Kind.TEXT,
        T("The rule of today", "いまの経験則"),
        T("What is the rule today? A model has to beat it.", "いまは何を目安にしていますか。モデルは、それに勝たなければなりません。"),
        none_counts=True,
    ),
    Line(
        "gone_means", "1-2", Page.NEED, Kind.TEXT,
        T("“It happened” means", "「そうなった」の定義"),
        T("Without a definition there is no label to learn from.", "定義がなければ、学ぶための正解ラベルがありません。"),
    ),
    Line(
        "day_we_look", "1-2", Page.NEED, Kind.DATE,
        T("We look on", "観測日"),
        T("On which day is the list made?", "リストを作るのは、いつですか。"),
    ),
    Line(
        "lead_time", "1-2", Page.NEED, Kind.DAYS,
        T("From the list to the action", "リストから行動まで"),
        T("How many days until somebody acts?", "行動までに何日かかりますか。"),
    ),
    Line(
        "horizon", "1-2", Page.NEED, Kind.DAYS,
        T("We watch for", "見守る期間"),
        T("How many days after that count?", "そのあと何日のうちに起きたら、数えますか。"),
    ),
    Line("doubtful_columns", "1-2", Page.NEED, Kind.TEXT, T("Columns to ask about", "確かめたい列"), none_counts=True),
    Line(
        "leave_of_1000", "1-3", Page.NEED, Kind.OF_1000,
        T("Of 1,000, it happens to", "1,000人のうち、そうなる人"),
        T("Of 1,000 customers, to how many does it happen?", "1,000人のうち何人に起きますか。"),
    ),
    Line(
        "rule_hits_of_100", "1-3", Page.NEED, Kind.OF_100,
        T("Hits of 100 on today's list", "いまのリスト100人あたりの当たり"),
        T("How often is today's rule right? “unknown” is an answer.", "いまの経験則はどのくらい当たりますか。「わからない」も答えです。"),
    ),
    Line(
        "currency", "1-4", Page.NEED, Kind.TEXT,
        T("Currency", "通貨"),
        T("In which currency do you count?", "通貨は何ですか。"),
    ),
    Line(
        "contact_cost", "1-4", Page.NEED, Kind.MONEY,
        T("One contact costs", "連絡1件の費用"),
        T("What does one contact cost, time included?", "連絡1件に、時間も含めていくらかかりますか。"),
    ),
    Line(
        "incentive_cost", "1-4", Page.NEED, Kind.MONEY,
        T("The incentive costs", "特典の費用"),
        T("What does the incentive cost? “none” is an answer.", "特典はいくらですか。「なし」も答えです。"),
    ),
    Line(
        "value_kept", "1-4", Page.NEED, Kind.MONEY,
        T("One kept customer is worth", "1件防げたときの価値"),
        T("What is one kept customer worth?", "1件防げると、いくらの価値がありますか。"),
    ),
    Line(
        "harmed_by_call", "1-4", Page.NEED, Kind.TEXT,
        T("Whom a contact may drive away", "連絡が逆効果になりそうな人"),
        T("Whom might a contact drive away?", "連絡したせいで離れてしまいそうな人は誰ですか。"),
        none_counts=True,
    ),
    Line(
        "goal", "1-7", Page.NEED, Kind.TEXT,
        T("Goal", "目標"),
        T("What will be different, and by when?", "いつまでに、何がどう変わりますか。"),
    ),
    Line(
        "sponsor", "1-7", Page.NEED, Kind.TEXT,
        T("Sponsor", "スポンサー"),
        T("Who says yes when it costs something?", "費用がかかるとき、承認するのは誰ですか。"),
    ),
    Line(
        "data_owner", "1-7", Page.NEED, Kind.TEXT,
        T("Data owner", "データの責任者"),
        T("Who can hand over the rows, and knows what they mean?", "データを渡せて、その意味を知っているのは誰ですか。"),
    ),
    Line(
        "baseline", "1-7", Page.NEED, Kind.TEXT,
        T("To be beaten", "勝つべき相手"),
        T("What has to be beaten?", "何に勝てば、成功と言えますか。"),
    ),
    Line(
        "stop_date", "1-7", Page.NEED, Kind.DATE,
        T("Stop date", "やめる日"),
        T("On which day do you stop if nothing is shown?", "成果が示せなければ、いつやめますか。"),
    ),
    Line(
        "first_meeting", "1-7", Page.NEED, Kind.DATE,
        T("First meeting", "最初の打ち合わせ"),
        T("When do you sit down together for the first time?", "最初に集まるのは、いつですか。"),
    ),
    Line(
        "first_reader", "1-8", Page.NEED, Kind.TEXT,
        T("Shown first to", "最初に見せる人"),
        T("Whom do you show the pages to first, and when?", "この3枚を、いつ、誰に最初に見せますか。"),
    ),
)  # fmt: skip

LINES = {line.name: line for line in (*_SHEET, *_MOCK_UP, *_NEED)}
