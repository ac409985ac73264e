"""Explaining a score: what each column adds to it, reasons in plain words, and a card that somebody can act on."""
