"""A model card in a notebook: shown, and kept as a page to print and sign."""

from __future__ import annotations

from html import escape

from mlcurric.keeping import write_whole
from mlcurric.notebook.product import PRODUCT_FOLDER
from mlcurric.notebook.show import address, link, show, show_notice, show_outside, show_unsaved
from mlcurric.notebook.workfolder import find_work
from mlcurric.subject.model_card.card import ModelCard
from mlcurric.text import T, language

_SAVED = T(
    "The card is in {path}: open it in a tab of its own, print it on A4, and have it signed.",
    "カードは {path} にあります。新しいタブで開き、A4に印刷して、署名をもらってください。",
)
_OPEN = T("open the page", "ページを開く")


def save_card(card: ModelCard, name: str = "model-card") -> None:
    """Show a model card as it stands, and write its page, in the language spoken now, to ``my-work/my-product/``.

    Args:
        card: what stands in its lines is kept, be they empty or not.
        name: of the file, without its ending; an older page of that name is written over.
    """
    work, html = find_work(), card.as_html()
    if work is None:
        show(card.as_text(), html)
        show_outside()
        return
    path = work / PRODUCT_FOLDER / f"{name}-{language()}.html"
    try:
        write_whole(path, card.as_page())
    except OSError as error:
        show(card.as_text(), html)
        show_unsaved(error)
        return
    show(card.as_text(), f"{html}<p>{link(address(path), escape(str(_OPEN)))}</p>")
    show_notice(_SAVED.format(path=path.relative_to(work.parent)))
