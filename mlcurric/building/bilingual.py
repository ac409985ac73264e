"""Code in two languages into plain code in one: ``T("en", "ja")`` and pairs of comments are resolved before it runs.

It is done on the text of the code, never by running it, so that what the learner reads is what a developer would
have typed.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize

from mlcurric.building.problems import Place
from mlcurric.notebook.solutions import BEGIN, END

_PAIR = re.compile(r"#\s*en:\s*(?P<en>.*?)\s*#\s*ja:\s*(?P<ja>.*?)\s*")
_HALF = re.compile(r"#\s*(?P<lang>en|ja):\s*(?P<text>.*?)\s*")
_MARKERS = (BEGIN, END)
_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff01-\uff60]")
_WRITE_BOTH = 'Write T("English", "日本語"), each a literal string.'


def resolve(code: str, lang: str, place: Place) -> str:
    """The code of a cell as the page of one language shows it.

    Raises:
        SourceError: where a twin is missing, or Python cannot read the code.
    """
    plain = _resolve_comments(_resolve_strings(code, lang, place), lang, place)
    if lang == "en" and (found := _JAPANESE.search(plain)):
        line = plain[: found.start()].count("\n")
        raise place.error(f"“{plain.splitlines()[line].strip()}” shows Japanese on the English page.", _WRITE_BOTH)
    return plain


def parse(code: str, place: Place) -> ast.Module:
    """The syntax tree of a cell.

    Raises:
        SourceError: if Python cannot read it (magics included: they fail silently when misspelt).
    """
    try:
        return ast.parse(code)
    except SyntaxError as error:
        raise place.error(
            f"Python cannot read line {error.lineno} of this cell: {error.msg}.", "Write plain Python, without magics."
        ) from None


def _resolve_strings(code: str, lang: str, place: Place) -> str:
    tree = parse(code, place)
    brackets = _bracket_depths(code)
    edits = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and any(_is_twin(inner) for inner in ast.walk(node)):
            raise place.error("T() stands inside an f-string.", 'Turn it round: T(f"…", f"…").')
        if _is_twin(node):
            start, end = _span(code, node)
            edits.append((start, end, _literal(code, node, lang, place, bare=brackets[start] == 0)))
    for start, end, text in sorted(edits, reverse=True):
        code = code[:start] + text + code[end:]
    return code


def _is_twin(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "T"


def _literal(code: str, call: ast.Call, lang: str, place: Place, bare: bool) -> str:
    """The source text of the twin in ``lang``; in brackets where it spans lines and none stand around it."""
    shown = code[slice(*_span(code, call))]
    texts = [
        arg
        for arg in call.args
        if isinstance(arg, ast.JoinedStr) or (isinstance(arg, ast.Constant) and isinstance(arg.value, str))
    ]
    if len(texts) != 2 or len(call.args) != 2 or call.keywords:
        raise place.error(f"{_short(shown)} is not two literal strings.", _WRITE_BOTH)
    if any(isinstance(text, ast.Constant) and not text.value.strip() for text in texts):
        raise place.error(f"{_short(shown)} has an empty twin.", _WRITE_BOTH)
    literal = code[slice(*_span(code, texts[0 if lang == "en" else 1]))]
    return f"({literal})" if bare and not _stands_alone(literal) else literal


def _stands_alone(literal: str) -> bool:
    """Whether a literal needs no brackets: literals side by side on several lines do, one in triple quotes does not."""
    try:
        return len(ast.parse(literal).body) == 1
    except SyntaxError:
        return False


def _span(code: str, node: ast.AST) -> tuple[int, int]:
    """Where a node stands in the code, in characters; the tree counts columns in bytes."""
    lines = code.splitlines(keepends=True)

    def offset(line: int, column: int) -> int:
        return sum(map(len, lines[: line - 1])) + len(lines[line - 1].encode()[:column].decode())

    return offset(node.lineno, node.col_offset), offset(node.end_lineno, node.end_col_offset)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _tokens(code: str) -> list[tokenize.TokenInfo]:
    return list(tokenize.generate_tokens(io.StringIO(code).readline))


def _bracket_depths(code: str) -> list[int]:
    """For every character of the code, how many brackets are open there."""
    lines = code.splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines) + 1)]
    depths = [0] * (len(code) + 1)
    for token in _tokens(code):
        if token.type == tokenize.OP and token.string in "([{)]}":
            change = 1 if token.string in "([{" else -1
            for position in range(starts[token.start[0] - 1] + token.start[1] + 1, len(depths)):
                depths[position] += change
    return depths


def _resolve_comments(code: str, lang: str, place: Place) -> str:
    lines = code.splitlines()
    comments = {token.start[0]: token for token in _tokens(code) if token.type == tokenize.COMMENT}
    dropped = set()
    for number, token in comments.items():
        text, column = token.string, token.start[1]
        alone = not lines[number - 1][:column].strip()
        if pair := _PAIR.fullmatch(text):
            lines[number - 1] = f"{lines[number - 1][:column]}# {pair[lang]}"
            continue
        half = _HALF.fullmatch(text)
        if half is None:
            _refuse_one_language(text, place)
            continue
        twin_line, twin_lang = (number + 1, "ja") if half["lang"] == "en" else (number - 1, "en")
        twin = comments.get(twin_line)
        if not alone or twin is None or not (found := _HALF.fullmatch(twin.string)) or found["lang"] != twin_lang:
            raise place.error(
                f"The comment “{_short(text)}” has no twin.",
                "Write “# en: …” and “# ja: …” on two lines of their own, or both on one line.",
            )
        if half["lang"] == lang:
            lines[number - 1] = f"{lines[number - 1][:column]}# {half['text']}"
        else:
            dropped.add(number)
    return "\n".join(line for number, line in enumerate(lines, 1) if number not in dropped)


def _refuse_one_language(comment: str, place: Place) -> None:
    """A comment of words needs a twin; a piece of code that is commented out reads alike in every language."""
    words = comment.lstrip("# ")
    if comment in _MARKERS or not any(character.isalpha() for character in words):
        return
    try:
        ast.parse(words)
        is_code = any(sign in words for sign in "(=[")
    except SyntaxError:
        is_code = False
    if not is_code:
        raise place.error(f"The comment “{_short(comment)}” is in one language.", "Write it as “# en: … # ja: …”.")
