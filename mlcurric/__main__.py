"""``python -m mlcurric``, for machines where the ``mlcurric`` command is not on the path."""

import sys
from pathlib import Path

# Python looks for modules where somebody happens to stand first, and there a hand-in called json.py may lie.
if not sys.flags.safe_path and Path(sys.path[0]) != Path(__file__).parents[1]:
    del sys.path[0]

from mlcurric.cli import main

main()
