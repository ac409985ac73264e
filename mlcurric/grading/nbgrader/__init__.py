"""The exercises as assignments of an nbgrader course. nbgrader itself is never imported."""
