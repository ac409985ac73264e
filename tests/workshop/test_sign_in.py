"""Who was there: a role that was typed as a side is read as a role."""

from mlcurric.text import speaking
from mlcurric.workshop.sign_in import read_sign_in


def test_ml_under_side_is_read_as_what_somebody_does_and_is_not_missing(tmp_path):
    path = tmp_path / "sign-in.csv"
    path.write_text("名前,立場,担当している仕事\n江口,ML,\n西村,開発,\n三浦,業務,サポート\n", encoding="utf-8")
    with speaking("ja"):
        found = read_sign_in(path)
    assert [(each.name, each.side, each.role) for each in found.people] == [
        ("江口", "", "ML"),
        ("西村", "development", ""),
        ("三浦", "business", "サポート"),
    ]
    assert [fault.says.ja for fault in found.faults][1:] == [
        "「立場」の「ML」は、「担当している仕事」として読みました。"
    ]
    assert not any(fault.missing for fault in found.faults)
