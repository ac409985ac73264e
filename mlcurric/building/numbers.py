"""The numbers of a page: placeholders read what no learner changes, and a typed number has a source."""

from __future__ import annotations

import difflib

from mlcurric.building.bilingual import parse
from mlcurric.building.problems import Findings
from mlcurric.building.prose import placeholders, typed_numbers
from mlcurric.building.source import Source
from mlcurric.notebook.names import BUILT_IN, assigned, changeable, read
from mlcurric.text import LANGUAGES


def check_placeholders(source: Source, findings: Findings) -> None:
    """Hold the placeholders against the code: what they read is assigned, and not by the learner."""
    unreadable = len(findings.errors)
    for slot in source.code:
        with findings.collecting():
            parse(slot.code, slot.place)
    if len(findings.errors) > unreadable:
        return
    known = set().union(*(assigned(slot.code) for slot in source.code), BUILT_IN)
    # The cell of a quick check may be empty, and yet the learner assigns its name there.
    may_change = changeable((slot.code or f"{slot.question} = ...", slot.editable) for slot in source.code)
    for slot in source.prose:
        for lang in LANGUAGES:
            with findings.collecting():
                for one in placeholders(slot.texts[lang], slot.places[lang]):
                    for name in sorted(read(one.expression)):
                        if name not in known:
                            near = difflib.get_close_matches(name, known, 1)
                            raise slot.places[lang].error(
                                f"The placeholder “{one.key}” reads “{name}”, which no cell assigns.",
                                f"Did you mean “{near[0]}”?" if near else "Assign it in a cell, or mend the name.",
                            )
                        if name in may_change:
                            raise slot.places[lang].error(
                                f"The placeholder “{one.key}” reads “{name}”, which comes from a cell that the learner changes.",
                                "Let that cell print the number, or quote a name that only read-only cells make.",
                            )


def check_typed_numbers(source: Source, findings: Findings) -> None:
    """Hold the numbers typed in prose against the front matter's ``cited``, both ways."""
    used = set()
    title = source.location.title
    for slot in source.prose:
        for lang in LANGUAGES:
            # The title is the curriculum's, number and all.
            text = slot.texts[lang].replace(getattr(title, lang), "", 1)
            for number in typed_numbers(text):
                used.add(number)
                if number not in source.cited:
                    findings.errors.append(
                        slot.places[lang].error(
                            f"The number {number} is typed.",
                            f'Write a placeholder, or, if it comes from a source, add "{number}" to “cited” in the front matter.',
                        )
                    )
    for entry in source.cited:
        if entry not in used:
            findings.errors.append(
                source.place.error(f"“cited” lists {entry}, which no text uses.", "Delete it from the front matter.")
            )
