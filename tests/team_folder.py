"""A team's folder as tests need it: as it is laid out, and as it is after the four hours."""

import shutil
from datetime import date

from mlcurric.notebook.workfolder import write_json
from mlcurric.subject.ideathon.example import SURVEYS, copy_example, example_file
from mlcurric.text import speaking
from mlcurric.workshop.session import Session, session_as_json, session_file
from mlcurric.workshop.sheets import files


def lay_out(folder, stage=3, lang="ja"):
    """As ``workshop new`` does, without the notebooks."""
    session = Session("解約防止チーム", stage, date(2027, 1, 21), lang=lang)
    with speaking(lang):
        for name, content in files(session).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
    session_file(folder).parent.mkdir(exist_ok=True)
    write_json(session_file(folder), session_as_json(session))


def fill(folder, lang="ja"):
    """The worked example in place of the empty sheets."""
    for sheet in (folder / "ideathon").glob("*"):
        sheet.unlink()
    copy_example(folder / "ideathon", lang)
    for stage, name in SURVEYS.items():
        (folder / "ideathon" / f"{name}.csv").unlink()
        shutil.copyfile(example_file(name, lang), folder / "surveys" / f"answers-{stage or 'before'}.csv")
