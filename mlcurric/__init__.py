"""mlcurric: what the notebooks of the curriculum call, and what a product manager can use without them."""

from typing import Any

__all__ = ["exercise"]


def __getattr__(name: str) -> Any:
    # Loaded when first asked for: the command line starts without pandas and IPython.
    if name == "exercise":
        from mlcurric.notebook.exercise import exercise

        return exercise
    raise AttributeError(f"module 'mlcurric' has no attribute {name!r}")
