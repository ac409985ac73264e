"""Whose an answer is: each person once a form, the word of the form's example taken for nobody's, teams spelt alike asked about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mlcurric.subject.sheets import Fault
from mlcurric.subject.surveys.forms import EXAMPLE_WORD
from mlcurric.subject.surveys.rows import Row
from mlcurric.subject.surveys.sounds import folded
from mlcurric.subject.surveys.teams import look_alike, squeeze, team_key
from mlcurric.text import LANGUAGES, T, listed

_NAMED = 3
"""So many lines are named; of more, the first and how many others."""
_FEW_IN_COMMON = 1 / 2
"""Two forms of which fewer marks agree may be those of two people."""
_EXAMPLES = {folded(squeeze(getattr(EXAMPLE_WORD, lang))) for lang in LANGUAGES}


@dataclass(frozen=True)
class FileFault:
    """Something in a file of answers that could not be read as it stands, or that was read with a guess.

    Attributes:
        asks: whether somebody has to look at it, because only people know.
    """

    file: str
    fault: Fault
    asks: bool = False

    def __str__(self) -> str:
        return f"{self.file}: {self.fault}"


@dataclass(frozen=True)
class FoundRow:
    """One line of a file.

    Attributes:
        file: its name.
        folder: the folder that named the team, where the line itself does not.
    """

    row: Row
    file: str
    folder: str = ""


def own_words(found: Sequence[FoundRow]) -> tuple[list[FoundRow], list[FileFault]]:
    """The lines without the word that the form gives as an example, where two of a team have it on one form."""
    used = Counter(_example(each) for each in found if folded(each.row.code) in _EXAMPLES)
    shared = {key[1:] for key, times in used.items() if times > 1}
    taken = [each for each in found if _example(each)[1:] in shared]
    kept = [replace(each, row=replace(each.row, code="")) if each in taken else each for each in found]
    return kept, [
        FileFault(file, Fault(
            own[0].row.line,
            T("The word “{word}” is the form's example, and more than one wrote it ({lines}).", "用紙の記入例の「{word}」を、合い言葉にした人が何人かいます({lines})。").format(
                word=EXAMPLE_WORD, lines=_lines(own)
            ),
            T("They are counted as different people; a word of their own ties their forms together.", "別々の人として数えます。前後の回答を結びつけるには、本人だけの言葉に書き直してください。"),
        ), asks=True)
        for file, own in _by_file(taken)
    ]  # fmt: skip


def once(found: Sequence[FoundRow]) -> tuple[list[FoundRow], list[FileFault]]:
    """Each person once a form: of two with the same word or address, or the same answers to the letter, the later one."""
    last: dict[object, int] = {}
    for at, each in enumerate(found):
        last[_who(each) or at] = at
    kept, faults = [], []
    for at, each in enumerate(found):
        later = found[last[_who(each) or at]]
        if later is each:
            kept.append(each)
        else:
            faults.append(_answered_again(each, later))
    return kept, faults


def about_teams(found: Sequence[tuple[FoundRow, str]]) -> Iterator[FileFault]:
    """Teams whose names differ by a slip of the pen, with the lines to mend; and answers that name none.

    Args:
        found: each line with the team that it was counted for.
    """
    counts = Counter(team for _, team in found if team)
    for one, other in look_alike(counts):
        own = [each for each, team in found if team == one]
        says = T(
            "the teams “{one}” ({n}) and “{other}” ({m}) have almost the same name.",
            "チーム名「{one}」({n}件)と「{other}」({m}件)がよく似ています。",
        )
        way_out = T(
            "If they are one, {mend}; until then they count as two.",
            "同じチームなら、{mend}。それまでは別のチームとして数えます。",
        )
        values = {"one": one, "other": other, "n": counts[one], "m": counts[other], "mend": _mend(own, other)}
        yield FileFault(own[0].file, Fault(own[0].row.line, says.format(**values), way_out.format(**values)), asks=True)
    if counts:
        for file, own in _by_file([each for each, team in found if not team]):
            says = T("answers that name no team: {n} ({lines}).", "チームのない回答が{n}件あります({lines})。")
            way_out = T(
                "They count for the whole only; if you know the team, write it there.",
                "全体の集計だけに入れます。どのチームかわかるなら、その行に書いてください。",
            )
            yield FileFault(file, Fault(own[0].row.line, says.format(n=len(own), lines=_lines(own)), way_out))


def _example(each: FoundRow) -> tuple[int, str, str]:
    return each.row.stage, team_key(each.row.team), folded(each.row.code)


def _mend(own: Sequence[FoundRow], name: str) -> T:
    """Where a team's name is to be written otherwise: in lines of files, or as the name of a folder."""
    places = []
    for folder in dict.fromkeys(each.folder for each in own if each.folder):
        places.append(T("rename the folder “{folder}” to “{name}”", "フォルダー「{folder}」の名前を「{name}」に直してください").format(folder=folder, name=name))  # fmt: skip
    for file, lines in _by_file([each for each in own if not each.folder]):
        places.append(T("write “{name}” in {file}, {lines}", "{file} の{lines}のチーム名を「{name}」に直してください").format(name=name, file=file, lines=_lines(lines)))  # fmt: skip
    return listed(places)


def _answered_again(first: FoundRow, later: FoundRow) -> FileFault:
    marks = first.row.marks.keys() & later.row.marks.keys()
    same = sum(first.row.marks[item] == later.row.marks[item] for item in marks)
    by_word = bool(first.row.code)
    says = T(
        "the same person answered again ({file}, line {line}).",
        "同じ人が、あとでもう一度答えています({file} の{line}行目)。",
    )
    way_out = T("The later answers count.", "あとの回答だけを数えます。")
    asks = by_word and len(marks) > 1 and same < _FEW_IN_COMMON * len(marks)
    if asks:
        says = T(
            "the word “{code}” stands on line {line} of {file} too, with other answers; the later ones count.",
            "合い言葉「{code}」が {file} の{line}行目にもあり、答えがかなり違います。あとの回答だけを数えました。",
        )
        way_out = T(
            "If they are two people, change the word of one of them in the file, and both count.",
            "別の人なら、どちらかの合い言葉をファイルで書きかえてください。両方を数えます。",
        )
    elif by_word:
        way_out = T(
            "The later answers count; if they are two people, change the word of one of them.",
            "あとの回答だけを数えます。別の人なら、どちらかの合い言葉を書きかえてください。",
        )
    says = says.format(code=first.row.code, file=later.file, line=later.row.line)
    return FileFault(first.file, Fault(first.row.line, says, way_out, lost=True), asks)


def _who(each: FoundRow) -> tuple[object, ...] | None:
    row = each.row
    if row.code:
        return (row.stage, team_key(row.team), "code", row.code)
    if row.address:
        return (row.stage, "address", row.address)
    # Two people may tick the same boxes, but not write the same sentence.
    if any(len(text) >= 8 for text in row.words.values()):
        return (row.stage, team_key(row.team), each.file, *sorted(row.marks.items()), *sorted(row.words.items()))
    return None


def _by_file(found: Iterable[FoundRow]) -> Iterator[tuple[str, list[FoundRow]]]:
    own: dict[str, list[FoundRow]] = {}
    for each in found:
        own.setdefault(each.file, []).append(each)
    yield from own.items()


def _lines(found: Sequence[FoundRow]) -> T:
    numbers = [each.row.line for each in found]
    if len(numbers) > _NAMED:
        return T("line {n} and {more} more", "{n}行目ほか{more}行").format(n=numbers[0], more=len(numbers) - 1)
    return listed(T(f"line {n}", f"{n}行目") for n in numbers)
