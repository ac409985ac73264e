"""What the notebook that is open holds, as it was saved last: which names its cells make."""

from __future__ import annotations

import json
import os
from pathlib import Path

from mlcurric.notebook.names import made_in

SESSION = "JPY_SESSION_NAME"
"""Where Jupyter tells a kernel the path of its notebook."""


def names_made() -> frozenset[str] | None:
    """The names that the cells of the open notebook assign, define or import; ``None`` if it cannot be read."""
    try:
        notebook = json.loads(Path(os.environ[SESSION]).read_text(encoding="utf-8"))
        sources = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    except (KeyError, OSError, ValueError, TypeError):
        return None
    return frozenset(name for source in sources for name in made_in(source) or ())
