"""``python -m mlcurric``, for machines where the ``mlcurric`` command is not on the path."""

from mlcurric.cli import main

main()
